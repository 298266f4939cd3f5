"""The catalogue in memory against a count by hand."""

import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.access import Access
from search.embedded.catalogue import Catalogue
from search.embedded.entries import RESTRICTION, entry_text, read_entry
from search.embedded.facets import Choices, count_facets, visible_to
from search.embedded.schema import SCHEMA
from search.embedded.statements import PUT_DOCUMENT
from search.params import SearchParams
from tests.contract.documents import document

codes = st.lists(st.sampled_from(["media", "privacy", "crisis"]), unique=True).map(tuple)
writes = st.lists(st.tuples(st.integers(1, 8), st.none() | codes), min_size=1, max_size=20)


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    """Give an empty generation in memory."""
    connection = empty_generation()
    yield connection
    connection.close()


def empty_generation() -> sqlite3.Connection:
    """Return an empty generation in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(SCHEMA)
    return connection


def test_an_entry_comes_back_as_it_was_stored() -> None:
    entry = read_entry(7, entry_text(document(7, "Éclair", topics=("media",), year=2024, files=1, restrictions=(4, 5))))
    assert entry is not None
    assert (entry.page_id, entry.title_key) == (7, "eclair")
    assert dict(entry.values) == {
        "type": ["guide"],
        "topic": ["media"],
        "language": ["en"],
        "organisation": ["zeemeeuw"],
        "year": ["2024"],
        "files": ["yes"],
        RESTRICTION: ["4", "5"],
    }


def test_a_catalogue_without_news_is_the_same_one(connection: sqlite3.Connection) -> None:
    catalogue = Catalogue("").current(connection)
    assert catalogue.current(connection) is catalogue


@settings(deadline=None)
@given(writes)
def test_a_catalogue_kept_up_to_date_is_one_read_afresh(steps: list[tuple[int, tuple[str, ...] | None]]) -> None:
    connection = empty_generation()
    kept = Catalogue("").current(connection)
    state: dict[int, tuple[str, ...]] = {}
    for change, (page_id, topics) in enumerate(steps, start=1):
        entry = None if topics is None else entry_text(document(page_id, topics=topics))
        connection.execute(PUT_DOCUMENT, (page_id, change, change, entry and "print", entry, 0, entry)).fetchone()
        kept = kept.current(connection)
        state |= {page_id: topics} if topics is not None else {}
        if topics is None:
            state.pop(page_id, None)
    fresh = Catalogue("").current(connection)
    connection.close()
    expected = {code: n for code in ("media", "privacy", "crisis") if (n := sum(code in t for t in state.values()))}
    for catalogue in (kept, fresh):
        counted = count_facets(catalogue.everything, Choices.of(SearchParams(), catalogue), catalogue)
        assert counted["topic"] == expected
        assert catalogue.everything.bit_count() == len(state)
    assert kept.newest_first.tolist() == fresh.newest_first.tolist()
    assert kept.by_title.tolist() == fresh.by_title.tolist()


def test_an_unknown_value_chosen_is_an_empty_set(connection: sqlite3.Connection) -> None:
    catalogue = Catalogue("").current(connection)
    assert Choices.of(SearchParams(topic=("nothing",)), catalogue).any_value == {"topic": 0}
    assert visible_to(Access(), catalogue) == 0
