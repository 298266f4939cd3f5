"""SearchParams: an address becomes a question and back; bad input becomes the nearest good question."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from search.params import FACETS, LAST_PAGE, MAX_QUERY_CHARACTERS, MAX_VALUES, SORTS, SearchParams, Years

codes = st.text("abcdefgh-0123456789éж", min_size=1, max_size=20)
questions = st.builds(
    SearchParams,
    q=st.text('abc é"&=+?%中', max_size=40).map(lambda text: " ".join(text.split())),
    sort=st.sampled_from(SORTS),
    page=st.integers(1, LAST_PAGE),
    year=st.none() | st.builds(lambda a, b: Years(min(a, b), max(a, b)), *[st.integers(1000, 2999)] * 2),
    exact=st.booleans(),
    **{facet: st.sets(codes, max_size=4).map(lambda values: tuple(sorted(values))) for facet in FACETS},
)


def read(address: str) -> SearchParams:
    return SearchParams.from_query(QueryDict(address))


@given(questions)
def test_every_question_survives_its_own_address(params: SearchParams) -> None:
    assert read(params.to_querystring()) == params


def test_a_repeated_parameter_gives_several_values() -> None:
    assert read("q=hand&topic=b&topic=a&topic=a").topic == ("a", "b")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", SearchParams()),
        ("q=%20two%20%20words%00%1f", SearchParams(q="two words")),
        ("page=0", SearchParams()),
        ("page=-3", SearchParams()),
        ("page=1e9", SearchParams()),
        ("page=1000000000", SearchParams(page=LAST_PAGE)),
        ("page=٣", SearchParams()),
        ("page=" + "9" * 5000, SearchParams(page=LAST_PAGE)),
        ("sort=price", SearchParams()),
        ("sort=title", SearchParams(sort="title")),
        ("topic=&topic=a%20b&topic=" + "x" * 101, SearchParams()),
        ("colour=red&q[]=x", SearchParams()),
    ],
)
def test_what_does_not_fit_is_cut_or_left_out(address: str, expected: SearchParams) -> None:
    assert read(address) == expected


def test_long_questions_and_long_lists_are_cut() -> None:
    params = read("q=" + "a" * 100_000 + "".join(f"&topic=t{n}" for n in range(500)))
    assert len(params.q) == MAX_QUERY_CHARACTERS
    assert len(params.topic) == MAX_VALUES


@given(st.binary(max_size=200))
def test_any_bytes_are_read_without_an_error(raw: bytes) -> None:
    params = SearchParams.from_query(QueryDict(raw))
    assert 1 <= params.page <= LAST_PAGE


def test_choosing_and_dropping_values_starts_again_on_the_first_page() -> None:
    params = SearchParams(q="hand", topic=("a",), page=7)
    assert params.with_value("topic", "b") == SearchParams(q="hand", topic=("a", "b"))
    assert params.without_value("topic", "a") == SearchParams(q="hand")
    assert params.without_facet("topic") == SearchParams(q="hand")
    assert params.on_page(2).offset == 20


def test_filters_stand_in_the_order_of_the_facets() -> None:
    assert SearchParams(year=Years(2020, 2020), type=("event",)).filters == (("type", "event"), ("year", "2020"))
