"""Files are read beside the other work of the worker."""

from threading import Event

import pytest
from django.db import DatabaseError

from network.background import BackgroundWork, NowAndThen


class Shelf:
    """Files that wait: each is read when it is let go."""

    def __init__(self, files: int) -> None:
        self.files = files
        self.begun, self.let_go = Event(), Event()

    def is_waiting(self) -> bool:
        return self.files > 0

    def read_next(self) -> bool:
        if not self.files:
            return False
        self.begun.set()
        self.let_go.wait(20)
        self.files -= 1
        return True


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(3)


@pytest.fixture
def reader(shelf: Shelf) -> BackgroundWork:
    return BackgroundWork("reading files", shelf.is_waiting, shelf.read_next, patience=0.01)


def test_all_files_that_wait_are_read_while_others_work(reader: BackgroundWork, shelf: Shelf) -> None:
    reader.look()
    reader.look()
    assert shelf.begun.wait(20)
    assert shelf.files == 3
    shelf.let_go.set()
    reader.wait()
    assert shelf.files == 0


def test_what_comes_later_is_read_later(reader: BackgroundWork, shelf: Shelf) -> None:
    shelf.let_go.set()
    for _round in range(2):
        reader.look()
        reader.wait()
        assert shelf.files == 0
        shelf.files = 1


def test_a_process_that_ends_begins_no_other_file(reader: BackgroundWork, shelf: Shelf) -> None:
    reader.look()
    assert shelf.begun.wait(20)
    reader.close()
    shelf.let_go.set()
    reader.wait()
    assert shelf.files == 2


def test_a_database_that_fails_is_asked_again(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> bool:
        raise DatabaseError("locked")

    reader = BackgroundWork("reading files", shelf.is_waiting, fail)
    reader.look()
    reader.wait()
    assert "tries again" in caplog.text


def test_what_goes_by_dates_is_done_at_once_and_then_not_for_a_while() -> None:
    done: list[str] = []
    look = NowAndThen(lambda: done.append("looked"), pause=3600)
    look()
    look()
    assert done == ["looked"]


def test_what_failed_is_tried_again_at_the_next_call() -> None:
    tries: list[int] = []

    def fail_once() -> None:
        tries.append(1)
        if len(tries) == 1:
            raise DatabaseError

    look = NowAndThen(fail_once, pause=3600)
    with pytest.raises(DatabaseError):
        look()
    look()
    look()
    assert len(tries) == 2


def test_it_is_done_again_when_the_pause_is_over() -> None:
    done: list[str] = []
    look = NowAndThen(lambda: done.append("looked"), pause=0)
    look()
    look()
    assert done == ["looked", "looked"]
