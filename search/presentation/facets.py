"""Facet groups: what can be chosen, never more than a page can bear.

An answer can count thousands of values. A page shows those with the highest counts and every chosen one; of the rest it
says how many there are and where they are found.
"""

from dataclasses import dataclass

from search.engine import ResultPage
from search.params import COUNTED, TREE_FACETS
from search.presentation.addresses import DIRECTORY, Addresses
from search.presentation.facet_tree import tree_of
from search.presentation.labels import FACET_LEGENDS, Labels
from search.presentation.options import OptionList, OptionMaker, split

VALUES_SHOWN = 8  # before "show more": nine groups of eight still fit on three screens
VALUES_BEHIND_MORE = 40  # 48 links of 250 bytes are 12 KB a group
FILTERABLE_FROM = 12  # values from which a box to filter them is worth its space


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet as shown."""

    name: str
    legend: str
    values: OptionList

    @property
    def filterable(self) -> bool:
        """Whether there are enough values for a box to filter them."""
        return sum(1 for _ in self.values) >= FILTERABLE_FROM


def facet_groups(page: ResultPage, labels: Labels, addresses: Addresses) -> tuple[FacetGroup, ...]:
    """Return the groups that have values, in the order of the facets; none where nothing was counted."""
    if not page.facets:
        return ()
    groups = (_group(OptionMaker(page, facet, labels, addresses), labels) for facet in COUNTED)
    return tuple(group for group in groups if group.values.options)


def _group(make: OptionMaker, labels: Labels) -> FacetGroup:
    values = tree_of(make, labels.vocabulary) if make.facet in TREE_FACETS else _list_of(make)
    return FacetGroup(make.facet, str(FACET_LEGENDS[make.facet]), values)


def _list_of(make: OptionMaker) -> OptionList:
    """Return the values by count, years by year; a selected value that gives nothing stays, so it can be removed."""
    codes = [*make.counts, *(code for code in make.chosen if code not in make.counts)]
    if make.facet == "year":
        codes.sort(reverse=True)
    first, more, left_out = split(codes, make.chosen, VALUES_SHOWN, VALUES_BEHIND_MORE)
    elsewhere = DIRECTORY if make.facet == "organisation" and left_out else ""
    return OptionList(tuple(map(make, first)), tuple(map(make, more)), left_out, elsewhere)
