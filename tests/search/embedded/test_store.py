"""What is particular to files: broken ones, missing ones, and other processes."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import Settings

from search.access import VISITOR
from search.document import Passage, ResourceDocument
from search.embedded.engine import EmbeddedEngine
from search.embedded.generations import changing, generation_file
from search.embedded.schema import PASSAGE_BITS
from search.embedded.store import FINGERPRINTS, EmbeddedStore
from search.engine import Ask, EngineError, EngineUnavailable, ResultPage, WriteFailure
from search.params import SearchParams
from search.question.ask import ask
from search.question.nodes import Question
from tests.contract.documents import document

EVERYTHING = Ask(SearchParams(), Question())


def answer(engine: EmbeddedEngine, asked: Ask = EVERYTHING) -> ResultPage:
    """Return the answer to one question of a visitor."""
    (page,) = engine.search([asked], VISITOR)
    return page


def about(text: str) -> Ask:
    """Return a question as typed."""
    return Ask(SearchParams(q=text), ask(text))


@pytest.fixture(autouse=True)
def index_folder(settings: Settings, tmp_path: Path) -> Path:
    """Give each test a folder that is not there yet."""
    settings.SEARCH_INDEX_DIR = tmp_path / "deep" / "index"
    return tmp_path / "deep" / "index"


@pytest.fixture
def store() -> EmbeddedStore:
    """Give a store with one live generation that holds one document."""
    store = EmbeddedStore()
    store.create("first")
    store.write("first", [document(1, "Hospital")], [], version=1)
    store.promote("first")
    return store


def test_an_existing_generation_is_not_made_again(store: EmbeddedStore) -> None:
    with pytest.raises(EngineError, match="first"):
        store.create("first")
    assert answer(EmbeddedEngine()).total == 1


@pytest.mark.parametrize("content", [b"", b"no database" * 1_000])
def test_a_broken_file_is_an_engine_out_of_reach(store: EmbeddedStore, content: bytes) -> None:
    store.drop("first")
    generation_file("first").write_bytes(content)
    with pytest.raises(EngineUnavailable, match="first"):
        answer(EmbeddedEngine())
    with pytest.raises(EngineUnavailable, match="first"):
        store.write("first", [document(1)], [], version=2)
    with pytest.raises(EngineUnavailable, match="first"):
        store.promote("first")


def test_an_index_of_another_version_is_an_engine_out_of_reach(store: EmbeddedStore) -> None:
    with closing(sqlite3.connect(generation_file("first"))) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(EngineUnavailable, match="another version"):
        answer(EmbeddedEngine())


@pytest.mark.parametrize("content", [b"", b"\n", b"gone", b"../../gone"])
def test_a_pointer_to_nothing_is_no_live_generation(store: EmbeddedStore, index_folder: Path, content: bytes) -> None:
    (index_folder / "live").write_bytes(content)
    assert store.live() is None
    with pytest.raises(EngineUnavailable, match="rebuild_index"):
        answer(EmbeddedEngine())


def test_an_unreadable_pointer_is_an_engine_out_of_reach(store: EmbeddedStore, index_folder: Path) -> None:
    (index_folder / "live").write_bytes(b"\xff\xfe")
    with pytest.raises(EngineUnavailable, match="pointer"):
        store.live()


def test_a_name_does_not_lead_out_of_the_folder(index_folder: Path) -> None:
    assert generation_file("../../etc/passwd").parent == index_folder


def test_a_dropped_generation_leaves_no_file(store: EmbeddedStore, index_folder: Path) -> None:
    store.drop("first")
    assert [file.name for file in index_folder.iterdir()] == ["live"]


def test_an_engine_notices_what_others_write_and_promote(store: EmbeddedStore) -> None:
    engine = EmbeddedEngine()
    assert answer(engine).total == 1
    store.write("first", [document(2, "Clinic")], [], version=2)
    assert answer(engine).total == 2
    assert answer(engine, about("clinik")).correction == "clinic"
    store.create("second")
    store.write("second", [document(3, "Pharmacy")], [], version=1)
    store.promote("second")
    assert [hit.document.page_id for hit in answer(engine).hits] == [3]
    assert answer(engine, about("pharmasy")).correction == "pharmacy"


def test_an_engine_notices_a_generation_of_the_same_name(store: EmbeddedStore) -> None:
    engine = EmbeddedEngine()
    assert answer(engine).total == 1
    store.drop("first")
    store.create("first")
    store.write("first", [document(5, "Other")], [], version=1)
    assert [hit.document.page_id for hit in answer(engine).hits] == [5]


def test_a_write_that_fails_half_way_leaves_nothing_behind(store: EmbeddedStore) -> None:
    def documents() -> Iterator[ResourceDocument]:
        yield document(1, "Replaced")
        raise RuntimeError("the database is gone")

    with pytest.raises(RuntimeError, match="gone"):
        store.write("first", documents(), [], version=2)
    assert answer(EmbeddedEngine()).hits[0].document.title == "Hospital"


def test_a_document_that_cannot_be_written_is_reported_and_the_others_are_kept(store: EmbeddedStore) -> None:
    broken = document(2, "half a pair: \ud83c")
    failures = store.write("first", [broken, document(3)], [], version=2)
    assert [(type(failure), failure.page_id) for failure in failures] == [(WriteFailure, 2)]
    assert {page_id for page_id, _ in store.fingerprints("first")} == {1, 3}


def test_documents_whose_passages_are_lost_have_no_fingerprint(store: EmbeddedStore) -> None:
    passage = Passage(7, "Form.pdf", "/files/7/", "page", 12, "Wash your hands")
    with_file = [replace(document(number), passages=(passage,)) for number in (1, 2)]
    store.write("first", [*with_file, document(3)], [], version=2)
    with changing("first") as connection:
        connection.execute("DELETE FROM passages WHERE id BETWEEN 2 << 16 AND (3 << 16) - 1")
    assert [bool(fingerprint) for _, fingerprint in store.fingerprints("first")] == [True, False, True]


def test_fingerprints_do_not_go_through_all_passages_for_every_document(store: EmbeddedStore) -> None:
    with changing("first") as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {FINGERPRINTS}", {"bits": PASSAGE_BITS}).fetchall()
    assert not [step for *_, step in plan if "SCAN passages" in step or "SCAN kept" in step]
    assert any("SEARCH passages USING INTEGER PRIMARY KEY" in step for *_, step in plan)


def test_threads_search_while_others_write(store: EmbeddedStore) -> None:
    engine = EmbeddedEngine()

    def write(number: int) -> int:
        store.write("first", [document(number, f"Hospital {number}")], [], version=number)
        return answer(engine, about("hospital")).total

    with ThreadPoolExecutor(4) as threads:
        totals = list(threads.map(write, range(2, 42)))
    assert max(totals) <= 41
    assert answer(engine, about("hospital")).total == 41
    assert answer(engine).total == 41
