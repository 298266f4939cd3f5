"""The table as a value: each number with the search that finds what it counts, holes marked."""

from dataclasses import dataclass

from search.access import Access
from search.coverage.axes import Asked, Axis, Value, language_axis, region_axis, topic_axis
from search.coverage.count import Counter
from search.params import SearchParams
from search.presentation.addresses import search_url
from search.vocabulary.snapshot import Vocabulary


@dataclass(frozen=True, slots=True)
class Cell:
    """A number, and the address of the search that finds so many."""

    count: int
    url: str

    @property
    def is_hole(self) -> bool:
        """Whether there is nothing."""
        return self.count == 0


@dataclass(frozen=True, slots=True)
class Line:
    """A value with its number in each column, and in all of them together, where what is in two counts once."""

    value: Value
    cells: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Coverage:
    """The longer side goes down, so that there is less to scroll across."""

    asked: Asked
    down: Axis
    across: Axis
    lines: tuple[Line, ...]
    totals: tuple[Cell, ...]
    total: Cell

    @property
    def holes(self) -> int:
        """How many cells are empty."""
        return sum(cell.is_hole for line in self.lines for cell in line.cells)

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.lines) * len(self.across.values)


def coverage_of(asked: Asked, access: Access, vocabulary: Vocabulary) -> Coverage:
    """Count everything; three SQL queries by parts of a region, four by languages."""
    counter = Counter(asked, access, vocabulary)
    by_region = asked.by == "region"
    places = region_axis(asked, vocabulary) if by_region else language_axis(counter.languages(), vocabulary)
    across, down = sorted((places, topic_axis(asked, vocabulary)), key=lambda axis: len(axis.values))
    lines, columns = counter.of(down), counter.of(across)

    def line(value: Value) -> Line:
        here = lines[value.code]
        cells = (_cell(asked, len(here & columns[other.code]), value, other) for other in across.values)
        return Line(value, tuple(cells), _cell(asked, len(here), value))

    return Coverage(
        asked,
        down,
        across,
        tuple(line(value) for value in down.values),
        tuple(_cell(asked, len(columns[value.code]), value) for value in across.values),
        _cell(asked, len(counter.all)),
    )


def _cell(asked: Asked, count: int, *values: Value) -> Cell:
    chosen = {"region": asked.region, "topic": asked.topic} | {value.facet: value.code for value in values}
    params = SearchParams()
    for facet, code in chosen.items():
        params = params.with_value(facet, code) if code else params
    return Cell(count, search_url(params))
