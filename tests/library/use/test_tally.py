"""Counts that wait: none is lost or doubled, by many threads, by failures, or by the end of the process."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from threading import Event, Thread

import pytest
from django.db import DatabaseError
from pytest_django import Settings

from library.use.tally import MOST, Counted, Tally

DAY = date(2026, 11, 24)
PAGES = [Counted("page", pk, DAY) for pk in range(7)]
SECONDS = 30  # a limit for what takes none


class Book:
    """Where a tally writes to: it adds up, tells that it has, and can be closed."""

    def __init__(self) -> None:
        self.counts: Counter[Counted] = Counter()
        self.is_written = Event()
        self.is_open = True

    def write(self, counts: Mapping[Counted, int]) -> None:
        """Add up, or refuse."""
        if not self.is_open:
            raise DatabaseError("database is locked")
        self.counts.update(counts)
        self.is_written.set()


@pytest.fixture
def book() -> Book:
    return Book()


def test_many_threads_count_while_it_is_written(book: Book) -> None:
    tally = Tally(book.write)

    def read_pages() -> None:
        for number in range(700):
            tally.add(PAGES[number % 7])
            if number % 50 == 0:
                tally.flush()

    readers = [Thread(target=read_pages) for _ in range(8)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert tally.flush()
    assert book.counts == dict.fromkeys(PAGES, 800)


def test_what_could_not_be_written_is_written_later(book: Book, caplog: pytest.LogCaptureFixture) -> None:
    tally = Tally(book.write)
    book.is_open = False
    tally.add(PAGES[0])
    assert not tally.flush()
    assert "written later" in caplog.text
    tally.add(PAGES[0])
    book.is_open = True
    assert tally.flush()
    assert book.counts == {PAGES[0]: 2}


def test_it_is_written_without_being_asked(book: Book, settings: Settings) -> None:
    settings.USE_WRITTEN_EVERY = 0.001
    tally = Tally(book.write)
    for expected in (1, 2):
        tally.add(PAGES[0])
        assert book.is_written.wait(SECONDS)
        book.is_written.clear()
        assert book.counts == {PAGES[0]: expected}


def test_many_counts_do_not_wait_for_the_time(book: Book, settings: Settings) -> None:
    settings.USE_WRITTEN_EVERY = 3600.0
    tally = Tally(book.write)
    for _ in range(MOST - 1):
        tally.add(PAGES[0])
    assert not book.is_written.is_set()
    tally.add(PAGES[0])
    assert book.is_written.wait(SECONDS)
    assert book.counts == {PAGES[0]: MOST}


def test_what_waits_is_written_when_the_process_ends(book: Book, settings: Settings) -> None:
    settings.USE_WRITTEN_EVERY = 3600.0
    tally = Tally(book.write)
    tally.add(PAGES[0])
    tally.flush_at_exit()
    assert book.counts == {PAGES[0]: 1}


def test_nothing_is_written_at_the_end_where_it_is_only_written_when_asked(book: Book) -> None:
    tally = Tally(book.write)
    tally.add(PAGES[0])
    tally.flush_at_exit()
    assert not book.counts


def test_a_request_goes_on_where_no_thread_can_be_started(
    book: Book, settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse(thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    settings.USE_WRITTEN_EVERY = 3600.0
    monkeypatch.setattr(Thread, "start", refuse)
    tally = Tally(book.write)
    tally.add(PAGES[0])
    assert "No thread" in caplog.text
    assert tally.flush()
    assert book.counts == {PAGES[0]: 1}
