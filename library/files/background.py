"""Reading files beside the other work of a process: what takes half a minute must not hold up what takes a moment."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from django.db import DatabaseError, connections

from library.files.read_document import is_waiting, read_next

PATIENCE = 3  # seconds for a file that is being read when the process is to end; it is read again by the next one

logger = logging.getLogger(__name__)


class BackgroundReader:
    """Reads what waits, one file after another, in a thread that lives as long as there is something to read."""

    def __init__(self, is_waiting: Callable[[], bool] = is_waiting, read_next: Callable[[], bool] = read_next) -> None:
        """Begin with nothing to do."""
        self._is_waiting, self._read_next = is_waiting, read_next
        self._stop = Event()
        self._thread: Thread | None = None

    def look(self) -> None:
        """Begin to read if a file waits and none is being read."""
        if (self._thread is None or not self._thread.is_alive()) and self._is_waiting():
            self._thread = Thread(target=self._read, name="reading files", daemon=True)
            self._thread.start()

    def wait(self, patience: float | None = None) -> None:
        """Wait until everything is read, or for some seconds."""
        if self._thread is not None:
            self._thread.join(patience)

    def close(self) -> None:
        """Begin no other file, and wait a moment for the one that is being read."""
        self._stop.set()
        self.wait(PATIENCE)

    def _read(self) -> None:
        try:
            while not self._stop.is_set() and self._read_next():
                pass
        except DatabaseError:
            logger.exception("Reading files failed; the next round tries again")
        finally:
            connections.close_all()
