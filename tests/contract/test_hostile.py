"""Questions nobody means well with: every one gets an answer."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from search.params import FACETS, MAX_QUERY_CHARACTERS, clean_text
from tests.contract.documents import document
from tests.contract.shelf import Shelf

NASTY = [
    '"',
    '""',
    '"unclosed',
    "'",
    "NEAR(a b, 2)",
    "NEAR",
    "AND",
    "NOT hospital",
    "hospital OR",
    "title:hospital",
    "{title summary}: hospital",
    "^hospital",
    "hosp*",
    "*",
    "?",
    "(((((",
    ")",
    "a AND (b OR",
    "-hospital",
    "+hospital -nurse",
    "hospital~2",
    "[a TO z]",
    "/.*/",
    "\\",
    "hospital\\",
    "$where",
    "{{7*7}}",
    "<script>alert(1)</script>",
    "'; DROP TABLE documents; --",
    "%",
    "_",
    "en:hospital",
    "\u202eمستشفى\u202c",
    "בית חולים",
    "🏥",
    "👩🏽‍⚕️ hospital",
    "👨‍👩‍👧‍👦" * 30,
    "e\u0301\u0301\u0301\u0301",
    "\u0301",
    "\ufeff",
    "İstanbul ſ ﬁ",
    "x" * MAX_QUERY_CHARACTERS,
    "x " * (MAX_QUERY_CHARACTERS // 2),
    "a b c d e f g h " * 18,
    "医" * MAX_QUERY_CHARACTERS,
    "1" * MAX_QUERY_CHARACTERS,
    "٣٤٥",
    "\x00null",
]


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put two documents on the shelf, once for each engine."""
    shelf.hold(document(1, "Hospital"), document(2, "Nurses and doctors AND not OR near"))


@pytest.mark.parametrize("question", NASTY)
@pytest.mark.parametrize("sort", ["relevance", "title"])
def test_no_question_is_an_error(shelf: Shelf, question: str, sort: str) -> None:
    page = shelf.search(question, sort=sort)
    assert page.total >= len(page.hits)


@pytest.mark.parametrize("question", ['"', "*", "?!", "(((((", "-", "…"])
def test_a_question_without_a_word_finds_nothing(shelf: Shelf, question: str) -> None:
    page = shelf.search(question)
    assert (page.total, page.hits) == (0, ())


@pytest.mark.parametrize(
    "question",
    ["hospital*", '"hospital', "(hospital", "hospital:", "^hospital", "-hospital", "hospital\\", "hospital~"],
)
def test_signs_of_a_query_language_are_no_more_than_signs(shelf: Shelf, question: str) -> None:
    page = shelf.search(question)
    assert ([hit.document.page_id for hit in page.hits], page.relaxed) == ([1], False)


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("value", ['"', "'", "*", "\\", "🏥", "null", "-1", "9" * 100, "[]", "a'b\"c"])
def test_no_facet_value_is_an_error(shelf: Shelf, facet: str, value: str) -> None:
    choice: dict[str, Any] = {facet: (value,)}
    page = shelf.search(**choice)
    assert (page.total, page.hits) == (0, ())


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(max_size=MAX_QUERY_CHARACTERS))
def test_any_text_is_answered(shelf: Shelf, text: str) -> None:
    shelf.search(clean_text(text))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.lists(st.sampled_from(["hospital", '"', "NEAR", "(", ")", "*", "AND", ":", "^", "-", "\\", " "])).map(
        " ".join
    )
)
def test_any_soup_of_operators_is_answered(shelf: Shelf, text: str) -> None:
    shelf.search(text[:MAX_QUERY_CHARACTERS])
