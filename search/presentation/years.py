"""Years: a small histogram whose bars are links, and the two fields of a range."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from search.engine import ResultPage
from search.params import Years
from search.presentation.addresses import Addresses, search_path

MOST_BARS = 10  # of 24 pixels, the smallest target, they fit beside the results
STEPS = (1, 2, 5, 10, 20, 50, 100, 1000)  # years in a bar: the smallest that needs no more bars


@dataclass(frozen=True, slots=True)
class YearBar:
    """A bar: its years, how many resources are of them, and how high it is (0 to 100). No address where none are."""

    years: Years
    count: int
    height: int
    selected: bool
    url: str


@dataclass(frozen=True, slots=True)
class YearsView:
    """The bars, the range that is chosen, and what its form carries along to ``action``."""

    bars: tuple[YearBar, ...]
    chosen: Years | None
    action: str
    carried: tuple[tuple[str, str], ...]


def years_view(page: ResultPage, addresses: Addresses) -> YearsView | None:
    """Return the years of an answer; nothing where no year was counted and none is chosen."""
    chosen = page.params.year
    counts = {int(code): count for code, count in page.facets.get("year", {}).items() if code.isdecimal()}
    if not counts and chosen is None:
        return None
    carried = parse_qsl(page.params.without_year().to_querystring())
    return YearsView(_bars(_zoomed(counts, chosen), chosen, addresses), chosen, search_path(), tuple(carried))


def _zoomed(counts: dict[int, int], chosen: Years | None) -> dict[int, int]:
    """Return the years of a chosen range alone, if there are several: then each can be seen."""
    inside = {year: count for year, count in counts.items() if chosen is not None and year in chosen}
    return inside if len(inside) > 1 else counts


def _bars(counts: dict[int, int], chosen: Years | None, addresses: Addresses) -> tuple[YearBar, ...]:
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    step = next(step for step in STEPS if last // step - first // step < MOST_BARS or step == STEPS[-1])
    sums = dict.fromkeys(range(first // step * step, last + 1, step), 0)
    for year, count in counts.items():
        sums[year // step * step] += count
    return tuple(_bar(Years(begin, begin + step - 1), count, sums, chosen, addresses) for begin, count in sums.items())


def _bar(years: Years, count: int, sums: dict[int, int], chosen: Years | None, addresses: Addresses) -> YearBar:
    height = -(-count * 100 // max(sums.values()))
    selected = chosen is not None and all(end in chosen for end in (years.first, years.last) if end is not None)
    return YearBar(years, count, height, selected, addresses.in_years(years) if count else "")
