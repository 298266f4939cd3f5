"""The order of hits, and paging through them."""

import pytest

from search.params import LAST_PAGE, PAGE_SIZE
from tests.contract.documents import document
from tests.contract.shelf import Shelf

LIBRARY = (
    document(1, "Zebra care", published_at="2026-01-03T08:00:00+00:00"),
    document(2, "ebola care", published_at="2026-03-01T08:00:00+00:00"),
    document(3, "Éclair care", published_at="2025-12-31T23:59:59+00:00"),
    document(4, "Apple care", published_at="2026-01-03T08:00:00+00:00"),
    document(5, "Fig care", published_at="2026-01-03T08:00:00.500000+00:00"),
    document(6, "Fig care", published_at="2020-01-01T00:00:00+00:00"),
)
NEWEST = [2, 5, 4, 1, 3, 6]


@pytest.fixture(scope="class")
def library(shelf: Shelf) -> None:
    """Put the documents on the shelf anew for each class."""
    shelf.hold(*LIBRARY)


@pytest.mark.usefixtures("library")
class TestOrder:
    def test_without_a_question_the_newest_comes_first(self, shelf: Shelf) -> None:
        assert shelf.found() == NEWEST

    @pytest.mark.parametrize("question", ["", "care"])
    def test_newest_is_by_date_and_then_by_number(self, shelf: Shelf, question: str) -> None:
        assert shelf.found(question, sort="newest") == NEWEST

    @pytest.mark.parametrize("question", ["", "care"])
    def test_title_is_alphabetical_without_case_and_accents(self, shelf: Shelf, question: str) -> None:
        assert shelf.found(question, sort="title") == [4, 2, 3, 5, 6, 1]

    def test_equal_relevance_is_ordered_by_date(self, shelf: Shelf) -> None:
        assert shelf.found("fig") == [5, 6]


@pytest.fixture(scope="class")
def long_library(shelf: Shelf) -> None:
    """Put three pages of documents on the shelf."""
    numbers = range(1, 2 * PAGE_SIZE + 6)
    shelf.hold(*(document(n, f"Lesson {n}", published_at=f"2026-01-01T00:00:{n:02}+00:00") for n in numbers))


@pytest.mark.usefixtures("long_library")
class TestPaging:
    @pytest.mark.parametrize("question", ["", "lesson"])
    @pytest.mark.parametrize("sort", ["relevance", "newest", "title"])
    def test_pages_hold_every_hit_once(self, shelf: Shelf, question: str, sort: str) -> None:
        pages = [shelf.search(question, sort=sort, page=number) for number in (1, 2, 3)]
        ids = [hit.document.page_id for page in pages for hit in page.hits]
        assert [len(page.hits) for page in pages] == [PAGE_SIZE, PAGE_SIZE, 5]
        assert sorted(ids) == list(range(1, 2 * PAGE_SIZE + 6))
        assert {page.total for page in pages} == {2 * PAGE_SIZE + 5}
        assert {page.pages for page in pages} == {3}

    @pytest.mark.parametrize("number", [4, LAST_PAGE])
    @pytest.mark.parametrize("question", ["", "lesson"])
    def test_beyond_the_end_there_are_no_hits_but_the_total(self, shelf: Shelf, question: str, number: int) -> None:
        page = shelf.search(question, page=number)
        assert (page.hits, page.total) == ((), 2 * PAGE_SIZE + 5)
