"""Facet groups: what can be chosen, never more than a page can bear.

An answer can count thousands of values. A page shows those with the highest counts and every chosen one; of the rest it
says how many there are, and leads to a page where they are found.
"""

from dataclasses import dataclass

from search.engine import ResultPage
from search.params import FACETS, MANY_VALUED, TREE_FACETS
from search.presentation.addresses import Addresses
from search.presentation.facet_tree import tree_of
from search.presentation.labels import Labels
from search.presentation.my_languages import MyLanguages, my_languages
from search.presentation.options import OptionList, OptionMaker, split
from search.presentation.years import YearsView, years_view

VALUES_SHOWN = 8  # before "show more": nine groups of eight still fit on three screens
VALUES_BEHIND_MORE = 24  # 32 links of 250 bytes are 8 KB a group; the others have a page of their own
FILTERABLE_FROM = 12  # values from which a box to filter them is worth its space


@dataclass(frozen=True, slots=True)
class Combining:
    """Whether any or all of the chosen values are wanted, and the address of each."""

    every: bool
    any_url: str
    every_url: str


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet as shown. ``find_url`` is where values are that the page does not show, empty if it shows all."""

    name: str
    legend: str
    values: OptionList
    find_url: str = ""
    combining: Combining | None = None
    mine: MyLanguages | None = None

    @property
    def filterable(self) -> bool:
        """Whether there are enough values for a box to filter them."""
        return bool(self.find_url) or sum(1 for _ in self.values) >= FILTERABLE_FROM


@dataclass(frozen=True, slots=True)
class Filters:
    """Everything that can be chosen: groups of values in the order of the facets, and the years."""

    groups: tuple[FacetGroup, ...] = ()
    years: YearsView | None = None

    def __bool__(self) -> bool:
        return bool(self.groups or self.years)


def filters(page: ResultPage, labels: Labels, addresses: Addresses, mine: tuple[str, ...] = ()) -> Filters:
    """Return what can be chosen, for a reader of these languages; nothing where nothing was counted."""
    if not page.facets:
        return Filters()
    groups = (_group(page, facet, labels, addresses, mine) for facet in FACETS)
    return Filters(tuple(group for group in groups if group.values.options), years_view(page, addresses))


def _group(page: ResultPage, facet: str, labels: Labels, addresses: Addresses, mine: tuple[str, ...]) -> FacetGroup:
    make = OptionMaker(page, facet, labels, addresses)
    values = tree_of(make, labels.vocabulary) if facet in TREE_FACETS else _list_of(make)
    return FacetGroup(
        facet,
        labels.legend(facet),
        values,
        make.find_url if _counted_elsewhere(make, values, labels) else "",
        _combining(page, facet, addresses),
        my_languages(page, mine, labels, addresses) if facet == "language" else None,
    )


def _counted_elsewhere(make: OptionMaker, values: OptionList, labels: Labels) -> bool:
    """Tell whether values were counted that are not among those shown, such as countries of continents not opened."""
    top = values.options[0].code if values.options else ""
    above = labels.vocabulary.ancestors(make.facet, top)  # a single root is not shown: choosing it says nothing
    return not {option.code for option in values}.union(above).issuperset(make.counts)


def _list_of(make: OptionMaker) -> OptionList:
    """Return the values by count; a selected value that gives nothing stays, so it can be removed."""
    codes = [*make.counts, *(code for code in make.chosen if code not in make.counts)]
    first, more, left_out = split(codes, make.chosen, VALUES_SHOWN, VALUES_BEHIND_MORE)
    return OptionList(tuple(map(make, first)), tuple(map(make, more)), left_out, make.find_url if left_out else "")


def _combining(page: ResultPage, facet: str, addresses: Addresses) -> Combining | None:
    if facet not in MANY_VALUED or len(page.params.chosen(facet)) < 2:
        return None
    any_url, every_url = (addresses.combining(facet, every=every) for every in (False, True))
    return Combining(facet in page.params.every, any_url, every_url)
