"""Filters, and what the facets count."""

from typing import Any

import pytest

from search.access import VISITOR
from search.engine import Ask
from search.params import COUNTED, SearchParams, Years
from search.question.ask import ask
from tests.contract.documents import document
from tests.contract.shelf import Shelf

EUROPE = ("001", "150", "155", "be")
AFRICA = ("001", "002", "ke")

LIBRARY = (
    document(1, "Apple", type="guide", language="nl", topics=("media", "privacy"), regions=EUROPE, year=2024, files=2),
    document(
        2, "Apple", type="guide", language="en", topics=("media",), regions=AFRICA, year=2025, levels=("beginner",)
    ),
    document(3, "Apple", type="event", language="en", topics=("media", "crisis"), regions=(*EUROPE, "nl"), year=2025),
    document(
        4, "Pear", type="event", language="fr", organisation="trois-rives", audiences=("nurses", "doctors"), files=1
    ),
    document(5, "Pear", type="training", language="fr", organisation="trois-rives", audiences=("nurses",)),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the documents on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, {1, 2, 3, 4, 5}),
        ({"type": ("event",)}, {3, 4}),
        ({"type": ("event", "training")}, {3, 4, 5}),
        ({"type": ("event", "training"), "language": ("fr",)}, {4, 5}),
        ({"topic": ("privacy", "crisis")}, {1, 3}),
        ({"region": ("150",)}, {1, 3}),
        ({"region": ("be", "ke")}, {1, 2, 3}),
        ({"audience": ("nurses",)}, {4, 5}),
        ({"level": ("beginner",)}, {2}),
        ({"organisation": ("trois-rives",)}, {4, 5}),
        ({"year": Years(2025, 2025)}, {2, 3}),
        ({"year": Years(None, 2024)}, {1}),
        ({"files": ("yes",)}, {1, 4}),
        ({"type": ("no-such-type",)}, set()),
        ({"type": ("event", "no-such-type")}, {3, 4}),
        ({"year": Years(1000, 1999)}, set()),
        ({"files": ("no",)}, set()),
        ({"topic": ('me"dia',)}, set()),
    ],
)
def test_values_of_a_facet_add_up_and_facets_narrow(shelf: Shelf, choices: dict[str, Any], expected: set[int]) -> None:
    page = shelf.search(**choices)
    assert {hit.document.page_id for hit in page.hits} == expected
    assert page.total == len(expected)


def test_words_and_filters_narrow_together(shelf: Shelf) -> None:
    assert set(shelf.found("apple", language=("en",))) == {2, 3}


@pytest.mark.parametrize(
    ("facet", "expected"),
    [
        ("type", {"event": 2, "guide": 2, "training": 1}),
        ("topic", {"media": 3, "crisis": 1, "privacy": 1}),
        ("region", {"001": 3, "150": 2, "155": 2, "be": 2, "002": 1, "ke": 1, "nl": 1}),
        ("language", {"en": 2, "fr": 2, "nl": 1}),
        ("audience", {"nurses": 2, "doctors": 1}),
        ("level", {"beginner": 1}),
        ("organisation", {"zeemeeuw": 3, "trois-rives": 2}),
        ("year", {"2025": 2, "2024": 1}),
        ("files", {"yes": 2}),
    ],
)
def test_facets_count_resources_by_count_and_then_code(shelf: Shelf, facet: str, expected: dict[str, int]) -> None:
    assert list(shelf.counts(facet).items()) == list(expected.items())


def test_every_facet_is_there_even_when_nothing_is_found(shelf: Shelf) -> None:
    assert set(shelf.search("xylophone").facets) == set(COUNTED)
    assert all(values == {} for values in shelf.search("xylophone").facets.values())


def test_a_facet_keeps_its_siblings_and_the_others_narrow(shelf: Shelf) -> None:
    page = shelf.search(type=("event",))
    assert page.facets["type"] == {"event": 2, "guide": 2, "training": 1}
    assert page.facets["language"] == {"en": 1, "fr": 1}


def test_each_facet_is_counted_under_the_choices_of_all_others(shelf: Shelf) -> None:
    choices: dict[str, Any] = {"type": ("guide",), "language": ("en", "nl")}
    assert shelf.counts("type", **choices) == {"guide": 2, "event": 1}
    assert shelf.counts("language", **choices) == {"en": 1, "nl": 1}
    assert shelf.counts("year", **choices) == {"2024": 1, "2025": 1}


def test_facets_count_within_the_question(shelf: Shelf) -> None:
    assert shelf.counts("type", "pear") == {"event": 1, "training": 1}


def test_a_facet_tells_up_to_a_thousand_values(shelf: Shelf) -> None:
    shelf.hold(*(document(n, organisation=f"org-{n:04}") for n in range(1, 1003)))
    try:
        values = list(shelf.counts("organisation"))
        assert values == [f"org-{n:04}" for n in range(1, 1001)]
        assert list(needed(shelf, "org-1002", "org-0007", "nobody").items())[999:] == [("org-1000", 1), ("org-1002", 1)]
        assert list(needed(shelf, "org-1002", language=("en",))) == [*values, "org-1002"]
        assert list(needed(shelf, "org-1002", language=("fr",))) == []
    finally:
        shelf.hold(*LIBRARY)


def needed(shelf: Shelf, *codes: str, **choices: Any) -> dict[str, int]:
    """Ask for the counts of organisations, some of which are needed however few resources they have."""
    asked = Ask(SearchParams(**choices), ask("", "en"), counted=(("organisation", codes),))
    (page,) = shelf.engine.search([asked], VISITOR)
    return dict(page.facets["organisation"])
