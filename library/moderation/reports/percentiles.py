"""Median and 90th percentile by nearest rank: always a value that was measured, never one in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Self

DAY = 86_400


def nearest_rank(ordered: Sequence[float], percent: int) -> float:
    """Return the smallest value that at least ``percent`` per cent of the values do not exceed.

    Of n values in rising order it is number ⌈n · percent / 100⌉. Raises ``ValueError`` where there is none.

    >>> nearest_rank([1, 2, 3, 4, 10], 50), nearest_rank([1, 2, 3, 4, 10], 90)
    (3, 10)
    """
    if not ordered:
        raise ValueError("There is no percentile of nothing.")
    return ordered[max(ceil(len(ordered) * percent / 100), 1) - 1]


@dataclass(frozen=True, slots=True)
class Days:
    """How long something took: how many there were, half of them and nine of ten within so many days."""

    count: int = 0
    median: float | None = None
    p90: float | None = None

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Self:
        """Summarise durations."""
        if not seconds:
            return cls()
        ordered = sorted(seconds)
        return cls(len(ordered), _days(nearest_rank(ordered, 50)), _days(nearest_rank(ordered, 90)))


def _days(seconds: float) -> float:
    return round(seconds / DAY, 1)
