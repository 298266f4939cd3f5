"""Timing two things in turn, so that a machine that changes its speed changes both."""

import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Pair:
    """Seconds of two things, one pair for each round."""

    ours: list[float]
    theirs: list[float]

    @property
    def median_ratio(self) -> float:
        """The median of ours over the median of theirs."""
        return statistics.median(self.ours) / statistics.median(self.theirs)

    @property
    def p95_ratio(self) -> float:
        """The 95th percentile of ours over that of theirs."""
        return statistics.quantiles(self.ours, n=20)[-1] / statistics.quantiles(self.theirs, n=20)[-1]


def seconds(action: Callable[[], object]) -> float:
    """Return how long an action takes."""
    start = perf_counter()
    action()
    return perf_counter() - start
