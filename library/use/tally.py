"""Counts between the request and the database: kept in the process, written in batches by a thread of their own."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from threading import Event, Lock, Thread
from typing import Final

from django.conf import settings
from django.db import connections

logger = logging.getLogger(__name__)

MOST: Final = 1_000  # counts that wait; more are written at once


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: a view of a page, or a download of a file, on a day."""

    kind: str  # "page" or "file"
    pk: int
    day: date


class Tally:
    """Counts that wait to be written; any number of threads may add.

    A request only adds one to a number in memory. The thread begins with the first count and ends when nothing waits,
    so that it is there in every process that was forked, and in none that counts nothing.
    """

    def __init__(self, write: Callable[[Mapping[Counted, int]], None]) -> None:
        """Take the verb that writes counts; what it raises keeps them here."""
        self._write = write
        self._counts: Counter[Counted] = Counter()
        self._added = 0
        self._lock = Lock()  # of the numbers; held for moments
        self._writing = Lock()  # one batch at a time
        self._is_full = Event()
        self._thread: Thread | None = None

    def add(self, counted: Counted) -> None:
        """Count once more."""
        with self._lock:
            self._counts[counted] += 1
            self._added += 1
            if self._added >= MOST:
                self._added = 0
                self._is_full.set()
            if settings.USE_WRITTEN_EVERY and not (self._thread and self._thread.is_alive()):
                self._thread = self._begin()

    def flush(self) -> bool:
        """Write what waits; where that fails it goes on waiting, and False is returned."""
        with self._writing:
            with self._lock:
                counts, self._counts, self._added = self._counts, Counter(), 0
            if not counts:
                return True
            try:
                self._write(counts)
            except Exception:  # whatever it is, the counts are not to go with it
                logger.exception("Views and downloads could not be written; they are kept, and written later")
                with self._lock:
                    self._counts.update(counts)
                return False
            return True

    def flush_at_exit(self) -> None:
        """Write what waits when the process ends, where it is written without being told."""
        if settings.USE_WRITTEN_EVERY:
            self.flush()

    def _begin(self) -> Thread | None:
        """Start the thread; where none can be, as in a process that is ending, the request goes on all the same."""
        thread = Thread(target=self._write_until_empty, name="use", daemon=True)
        try:
            thread.start()
        except RuntimeError:
            logger.warning("No thread can be started to write views and downloads; the next count tries again")
            return None
        return thread

    def _write_until_empty(self) -> None:
        while True:
            self._is_full.wait(settings.USE_WRITTEN_EVERY)
            self._is_full.clear()
            try:
                self.flush()
            finally:
                connections.close_all()
            with self._lock:
                if not self._counts:
                    self._thread = None
                    return
