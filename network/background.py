"""Work of a process that must not hold up what takes a moment: beside it, or only now and then."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from time import monotonic

from django.db import DatabaseError, connections

logger = logging.getLogger(__name__)


class NowAndThen:
    """Does something when called, but not within ``pause`` seconds of the last time; what failed does not count."""

    def __init__(self, do: Callable[[], object], pause: float) -> None:
        """Do it at the first call."""
        self._do, self._pause = do, pause
        self._due = monotonic()

    def __call__(self) -> None:
        """Do it, if it is time."""
        now = monotonic()
        if now >= self._due:
            self._do()
            self._due = now + self._pause


class BackgroundWork:
    """Does what waits, one thing after another, in a thread that lives as long as there is something to do.

    ``patience`` is for how many seconds the thing that is being done is waited for when the process is to end; what is
    left undone is the next process's.
    """

    def __init__(
        self, name: str, is_waiting: Callable[[], bool], do_next: Callable[[], bool], patience: float = 3
    ) -> None:
        """Begin with nothing to do."""
        self._name, self._is_waiting, self._do_next, self._patience = name, is_waiting, do_next, patience
        self._stop = Event()
        self._thread: Thread | None = None

    def look(self) -> None:
        """Begin if something waits and nothing is being done."""
        if (self._thread is None or not self._thread.is_alive()) and self._is_waiting():
            self._thread = Thread(target=self._work, name=self._name, daemon=True)
            self._thread.start()

    def wait(self, patience: float | None = None) -> None:
        """Wait until everything is done, or for some seconds."""
        if self._thread is not None:
            self._thread.join(patience)

    def close(self) -> None:
        """Begin nothing else, and wait a moment for what is being done."""
        self._stop.set()
        self.wait(self._patience)

    def _work(self) -> None:
        try:
            while not self._stop.is_set() and self._do_next():
                pass
        except DatabaseError:
            logger.exception("%s failed; the next round tries again", self._name)
        finally:
            connections.close_all()
