"""Bars of a chart, as numbers for an SVG; the table below it says the same in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from library.moderation.reports.percentiles import Days

WIDTH = 100  # of the drawing area, which is stretched to the room there is


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of the median, before a paler one of the 90th percentile; lengths are of ``WIDTH``."""

    label: str
    days: Days
    median: int
    p90: int


def bars(values: Iterable[tuple[str, Days]]) -> list[Bar]:
    """Return a bar for each value, the longest as long as there is room; none has a length of nought."""
    pairs = list(values)
    most = max((days.p90 or 0 for _label, days in pairs), default=0) or 1
    return [Bar(label, days, _length(days.median, most), _length(days.p90, most)) for label, days in pairs]


def _length(days: float | None, most: float) -> int:
    return round(WIDTH * (days or 0) / most)
