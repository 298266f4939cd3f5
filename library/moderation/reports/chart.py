"""Bars of a chart, as numbers for an SVG; the table beside it says the same in words."""

from collections.abc import Iterable
from dataclasses import dataclass

HEIGHT, STEP = 100, 48  # of the drawing area; a bar takes two thirds of its step


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from ``top`` down to the base line; ``value`` stands above it."""

    label: str
    value: float | None
    left: int
    top: int
    height: int

    @property
    def middle(self) -> int:
        """Where its texts are centred."""
        return self.left + STEP // 3


def bars(values: Iterable[tuple[str, float | None]]) -> list[Bar]:
    """Return a bar for each value, the highest as high as there is room; none has a height of nought."""
    pairs = list(values)
    most = max((value or 0 for _label, value in pairs), default=0) or 1
    heights = [round(HEIGHT * (value or 0) / most) for _label, value in pairs]
    return [
        Bar(label, value, number * STEP, HEIGHT - height, height)
        for number, ((label, value), height) in enumerate(zip(pairs, heights, strict=True))
    ]
