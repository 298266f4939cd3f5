"""Median and 90th percentile by nearest rank: always a value that was measured, never one in between."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any, Self

from django.db.models import Count, F, Q, Window
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import RowNumber

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


def days_by(rows: Any, key: str) -> dict[Any, Days]:
    """Return how long rows with ``seconds`` took, grouped by one of their fields; one SQL query.

    The database ranks the rows of each group and sends two of them, so that ten thousand cost little more than ten.
    """
    ranked = rows.order_by().annotate(
        number=Window(RowNumber(), partition_by=F(key), order_by=F("seconds").asc()),
        size=Window(Count("pk"), partition_by=F(key)),
    )
    chosen = ranked.filter(Q(number=_rank(50)) | Q(number=_rank(90))).values_list(key, "size", "seconds")
    groups: dict[Any, tuple[int, list[float]]] = {}
    for value, size, seconds in chosen:
        groups.setdefault(value, (size, []))[1].append(seconds)
    return {value: Days(size, _days(min(ends)), _days(max(ends))) for value, (size, ends) in groups.items()}


def _rank(percent: int) -> CombinedExpression:
    """Return ⌈size · percent / 100⌉; databases divide whole numbers to whole numbers."""
    return (F("size") * percent + 99) / 100


def _days(seconds: float) -> float:
    return round(seconds / DAY, 1)
