"""Access comes first and fails closed: in hits, totals and facets alike."""

import pytest

from search.access import Access
from tests.contract.documents import document
from tests.contract.shelf import Shelf

LIBRARY = (
    document(1, "Shared report", type="guide"),
    document(2, "Shared report", type="event", restrictions=(5,)),
    document(3, "Shared report", type="training", restrictions=(5, 9)),
    document(4, "Shared report", type="case-study", restrictions=(12,)),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the documents on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


@pytest.mark.parametrize("question", ["", "report", "shared report", "one shared report among them"])
@pytest.mark.parametrize(
    ("passed", "expected"),
    [
        (set(), {1}),
        ({5}, {1, 2}),
        ({9}, {1}),
        ({5, 9}, {1, 2, 3}),
        ({5, 9, 12}, {1, 2, 3, 4}),
        ({1, 2, 3, 4, 99}, {1}),
    ],
)
def test_a_resource_is_seen_by_who_passes_all_its_restrictions(
    shelf: Shelf, question: str, passed: set[int], expected: set[int]
) -> None:
    page = shelf.search(question, Access(frozenset(passed)))
    types = {document.type for document in LIBRARY if document.page_id in expected}
    assert {hit.document.page_id for hit in page.hits} == expected
    assert page.total == len(expected)
    assert page.facets["type"] == dict.fromkeys(types, 1)


def test_a_chosen_value_does_not_show_what_is_hidden(shelf: Shelf) -> None:
    page = shelf.search(type=("event",))
    assert page.total == 0
    assert list(page.facets["type"]) == ["guide"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "title"])
def test_every_order_keeps_to_access(shelf: Shelf, sort: str) -> None:
    assert shelf.found(sort=sort) == [1]
