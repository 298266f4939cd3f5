"""A circuit breaker: after a failure the engine is left alone for a while instead of timing out on every visitor."""

from dataclasses import dataclass
from threading import Lock
from time import monotonic

PAUSE_SECONDS = 5.0  # one request in five seconds finds out whether the engine is back


@dataclass
class CircuitBreaker:
    """Open (no calls) for ``PAUSE_SECONDS`` after a failure, then one call at a time tries again."""

    opened_at: float | None = None

    def __post_init__(self) -> None:
        """Make the lock; one breaker is shared by the threads of a process."""
        self._lock = Lock()

    def allows(self) -> bool:
        """Tell whether to call now; while open, the first caller after the pause is let through as the trial."""
        with self._lock:
            if self.opened_at is None:
                return True
            if monotonic() - self.opened_at < PAUSE_SECONDS:
                return False
            self.opened_at = monotonic()
            return True

    def is_resting(self) -> bool:
        """Tell whether the last call failed a moment ago, without being let through."""
        with self._lock:
            return self.opened_at is not None and monotonic() - self.opened_at < PAUSE_SECONDS

    def failed(self) -> None:
        """Open, or stay open for another pause."""
        with self._lock:
            self.opened_at = monotonic()

    def succeeded(self) -> None:
        """Close."""
        with self._lock:
            self.opened_at = None


# Of this process. Writing has one of its own: an engine that refuses writes, on a full disk, still answers questions.
engine_breaker = CircuitBreaker()
drain_breaker = CircuitBreaker()
