"""Files are read beside the other work of the worker."""

from threading import Event

import pytest
from django.db import DatabaseError

from network.background import BackgroundWork


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
