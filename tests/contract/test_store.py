"""Generations and writes: what an index holds, in which version, and which one is searched."""

from collections.abc import Iterable
from threading import Thread

import pytest

from search.engine import EngineError, EngineUnavailable
from tests.contract.documents import document
from tests.contract.shelf import Shelf

HOSPITAL = document(1, "Hospital", topics=("media",), restrictions=(), year=2024, people=("Ada",), cover_url="/c.png")
CLINIC = document(2, "Clinic")


@pytest.fixture
def store_shelf(empty_shelf: Shelf) -> Shelf:
    """Give an engine without any generation."""
    return empty_shelf


def stored(shelf: Shelf, name: str) -> dict[int, str]:
    """Return the fingerprints in a generation by page id."""
    shelf.store.refresh(name)
    return dict(shelf.store.fingerprints(name))


def promote_all(shelf: Shelf, names: Iterable[str]) -> None:
    """Promote one generation after another."""
    for name in names:
        shelf.store.promote(name)


class TestGenerations:
    def test_at_first_there_is_nothing_to_search(self, store_shelf: Shelf) -> None:
        assert store_shelf.store.live() is None
        assert store_shelf.store.names() == []
        with pytest.raises(EngineUnavailable):
            store_shelf.search("hospital")

    def test_a_new_generation_is_empty_and_not_live(self, store_shelf: Shelf) -> None:
        name = store_shelf.new_generation()
        assert store_shelf.store.names() == [name]
        assert store_shelf.store.live() is None
        assert stored(store_shelf, name) == {}

    def test_a_generation_is_searched_from_its_promotion_on(self, store_shelf: Shelf) -> None:
        old = store_shelf.hold(HOSPITAL)
        new = store_shelf.new_generation()
        store_shelf.store.write(new, [CLINIC], [], version=1)
        store_shelf.store.refresh(new)
        assert store_shelf.store.live() == old
        assert store_shelf.found() == [1]
        store_shelf.store.promote(new)
        assert store_shelf.store.live() == new
        assert store_shelf.found() == [2]
        assert set(store_shelf.store.names()) == {old, new}

    def test_promoting_twice_changes_nothing(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        store_shelf.store.promote(name)
        assert store_shelf.store.live() == name
        assert store_shelf.found() == [1]

    def test_what_does_not_exist_cannot_be_promoted(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        with pytest.raises(EngineError):
            store_shelf.store.promote(f"{name}-gone")
        assert store_shelf.store.live() == name
        assert store_shelf.found() == [1]

    def test_dropping_deletes_one_generation(self, store_shelf: Shelf) -> None:
        old = store_shelf.hold(HOSPITAL)
        new = store_shelf.hold(CLINIC)
        store_shelf.store.drop(old)
        assert store_shelf.store.names() == [new]
        assert store_shelf.found() == [2]

    def test_dropping_what_is_not_there_does_nothing(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        store_shelf.store.drop(f"{name}-gone")
        assert store_shelf.store.names() == [name]

    def test_dropping_the_live_generation_leaves_none(self, store_shelf: Shelf) -> None:
        store_shelf.store.drop(store_shelf.hold(HOSPITAL))
        assert store_shelf.store.live() is None
        with pytest.raises(EngineUnavailable):
            store_shelf.search("hospital")

    def test_what_does_not_exist_cannot_be_written_or_read(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        gone = f"{name}-gone"
        with pytest.raises(EngineError):
            store_shelf.store.write(gone, [CLINIC], [], version=1)
        with pytest.raises(EngineError):
            list(store_shelf.store.fingerprints(gone))
        assert store_shelf.store.names() == [name]

    def test_searches_see_one_generation_or_the_other_while_they_are_swapped(self, store_shelf: Shelf) -> None:
        old, new = store_shelf.hold(CLINIC), store_shelf.hold(HOSPITAL)
        swaps = Thread(target=promote_all, args=(store_shelf, (old, new) * 5))
        swaps.start()
        answers = {tuple(store_shelf.found())}
        while swaps.is_alive():
            answers.add(tuple(store_shelf.found()))
        swaps.join()
        assert answers <= {(1,), (2,)}


class TestWrites:
    def test_documents_are_kept_as_they_are(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL, CLINIC)
        assert stored(store_shelf, name) == {1: HOSPITAL.fingerprint, 2: CLINIC.fingerprint}
        assert set(store_shelf.documents()) == {HOSPITAL, CLINIC}

    def test_writing_nothing_is_allowed(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        assert store_shelf.store.write(name, [], [], version=2) == []
        assert store_shelf.found() == [1]

    def test_any_iterable_is_written(self, store_shelf: Shelf) -> None:
        name = store_shelf.new_generation()
        documents = (document(number) for number in range(1, 701))
        assert store_shelf.store.write(name, documents, iter(()), version=1) == []
        assert len(stored(store_shelf, name)) == 700

    def test_writing_twice_is_writing_once(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        assert store_shelf.store.write(name, [HOSPITAL], [], version=1) == []
        store_shelf.store.refresh(name)
        assert store_shelf.search("hospital").total == 1
        assert store_shelf.counts("topic") == {"media": 1}

    @pytest.mark.parametrize("version", [5, 6])
    def test_an_equal_or_higher_version_replaces(self, store_shelf: Shelf, version: int) -> None:
        name = store_shelf.new_generation()
        store_shelf.store.write(name, [HOSPITAL], [], version=5)
        renamed = document(1, "Clinic", topics=("privacy",))
        assert store_shelf.store.write(name, [renamed], [], version=version) == []
        store_shelf.store.refresh(name)
        store_shelf.store.promote(name)
        assert store_shelf.found("clinic") == [1]
        assert store_shelf.found("hospital") == []
        assert store_shelf.counts("topic") == {"privacy": 1}
        assert stored(store_shelf, name) == {1: renamed.fingerprint}

    def test_a_lower_version_is_answered_with_silence(self, store_shelf: Shelf) -> None:
        name = store_shelf.new_generation()
        store_shelf.store.write(name, [HOSPITAL], [], version=5)
        assert store_shelf.store.write(name, [document(1, "Older"), CLINIC], [1], version=4) == []
        assert stored(store_shelf, name) == {1: HOSPITAL.fingerprint, 2: CLINIC.fingerprint}

    def test_a_deleted_document_is_found_and_counted_no_more(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL, CLINIC)
        assert store_shelf.store.write(name, [], [1], version=2) == []
        store_shelf.store.refresh(name)
        assert store_shelf.found() == [2]
        assert store_shelf.found("hospital") == []
        assert store_shelf.counts("topic") == {}
        assert stored(store_shelf, name) == {2: CLINIC.fingerprint}

    def test_deleting_twice_or_what_is_unknown_is_no_failure(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        assert store_shelf.store.write(name, [], [1, 99], version=2) == []
        assert store_shelf.store.write(name, [], [1, 99], version=2) == []
        assert stored(store_shelf, name) == {}

    def test_an_older_write_does_not_bring_back_what_was_deleted(self, store_shelf: Shelf) -> None:
        name = store_shelf.hold(HOSPITAL)
        store_shelf.store.write(name, [], [1, 2], version=5)
        assert store_shelf.store.write(name, [HOSPITAL, CLINIC], [], version=4) == []
        assert stored(store_shelf, name) == {}
        store_shelf.store.write(name, [HOSPITAL], [], version=6)
        assert stored(store_shelf, name) == {1: HOSPITAL.fingerprint}
        assert store_shelf.found("hospital") == [1]

    def test_writes_go_to_one_generation_only(self, store_shelf: Shelf) -> None:
        live = store_shelf.hold(HOSPITAL)
        building = store_shelf.new_generation()
        store_shelf.store.write(building, [CLINIC], [1], version=9)
        assert stored(store_shelf, live) == {1: HOSPITAL.fingerprint}
        assert stored(store_shelf, building) == {2: CLINIC.fingerprint}

    def test_large_numbers_and_odd_texts_are_kept(self, store_shelf: Shelf) -> None:
        odd = document(2_000_000_001, "\u202eRTL 🏥 \x00 'quotes\" </script>", body="x" * 100_000)
        name = store_shelf.hold(odd)
        assert stored(store_shelf, name) == {2_000_000_001: odd.fingerprint}
        assert store_shelf.documents() == [odd]
