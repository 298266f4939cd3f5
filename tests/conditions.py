"""Waiting for something to become true, instead of sleeping for as long as it may take."""

from collections.abc import Callable
from threading import Event
from time import monotonic

PATIENCE = 20.0  # seconds; a machine may be busy
PAUSE = 0.02


def wait_until(holds: Callable[[], object], patience: float = PATIENCE) -> None:
    """Return as soon as it holds; raises ``TimeoutError`` when it does not in time."""
    deadline, never = monotonic() + patience, Event()
    while not holds():
        if monotonic() > deadline:
            raise TimeoutError(f"It did not come true within {patience} seconds")
        never.wait(PAUSE)
