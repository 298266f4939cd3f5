"""Timing things in turn, so that a machine that changes its speed changes all of them."""

import statistics
from collections.abc import Callable, Sequence
from time import perf_counter

Action = Callable[[], object]
Times = list[float]  # seconds


def seconds(action: Action) -> float:
    """Return how long an action takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


def in_turn(*rows: Sequence[Action]) -> list[Times]:
    """Time the first action of each row, then the second of each, and so on, after one round to warm all of them.

    Then all of it once more in the opposite order: who comes second finds the server's caches filled by the first.
    """
    for action in (action for row in rows for action in row):
        action()
    times: list[Times] = [[] for _ in rows]
    for pairs in (list(zip(times, rows, strict=True)), list(zip(times, rows, strict=True))[::-1]):
        for number in range(len(rows[0])):
            for row, actions in pairs:
                row.append(seconds(actions[number]))
    return times


def p95(times: Times) -> float:
    """Return the 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


def median_ratio(ours: Times, theirs: Times) -> float:
    """Return the median of ours over the median of theirs."""
    return statistics.median(ours) / statistics.median(theirs)


def milliseconds(times: Times) -> str:
    """Return median and 95th percentile as text."""
    return f"{statistics.median(times) * 1000:.1f} (p95 {p95(times) * 1000:.1f}) ms"
