"""Facet groups: lists and trees of values to choose from, each value a link that adds or removes it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from search.engine import ResultPage
from search.params import FACETS, TREE_FACETS
from search.presentation.labels import FACET_LEGENDS, Labels, search_url

VISIBLE_VALUES = 6  # before "show more": nine groups of six still fit on two screens
FILTERABLE_FROM = 12  # values from which a box to filter them is worth its space
MAX_VALUES_SHOWN = 250  # per group; about 60 KB of links, the rest is found by searching


@dataclass(frozen=True, slots=True)
class FacetOption:
    """A value with its count; ``url`` adds it to the question, or removes it when it is selected."""

    facet: str
    code: str
    label: str
    count: int
    selected: bool
    url: str
    children: tuple["FacetOption", ...] = ()

    @property
    def opened(self) -> bool:
        """Whether the values below should be seen at once: this one or one of them is selected."""
        return self.selected or any(child.opened for child in self.children)


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet as shown: the first values and every selected one, then ``more``."""

    name: str
    legend: str
    options: tuple[FacetOption, ...]
    more: tuple[FacetOption, ...]

    @property
    def filterable(self) -> bool:
        """Whether there are enough values for a box to filter them."""
        return sum(1 for _ in walk((*self.options, *self.more))) >= FILTERABLE_FROM


def facet_groups(page: ResultPage, labels: Labels) -> tuple[FacetGroup, ...]:
    """Return the groups that have values, in the order of the facets."""
    groups = (_group(page, facet, labels) for facet in FACETS)
    return tuple(group for group in groups if group.options)


def walk(options: Iterable[FacetOption]) -> Iterable[FacetOption]:
    """Yield every value of a tree, parents first."""
    for option in options:
        yield option
        yield from walk(option.children)


def _group(page: ResultPage, facet: str, labels: Labels) -> FacetGroup:
    counts = {value.code: value.count for value in page.facets.get(facet, ())[:MAX_VALUES_SHOWN] if value.count}
    options = _tree(page, facet, counts, labels) if facet in TREE_FACETS else _list(page, facet, counts, labels)
    visible = tuple(option for place, option in enumerate(options) if place < VISIBLE_VALUES or option.opened)
    more = tuple(option for place, option in enumerate(options) if place >= VISIBLE_VALUES and not option.opened)
    return FacetGroup(facet, str(FACET_LEGENDS[facet]), visible, more)


def _list(page: ResultPage, facet: str, counts: dict[str, int], labels: Labels) -> list[FacetOption]:
    """Return the values by count, years by year; a selected value that gives nothing stays, so it can be removed."""
    chosen_too = [*counts, *(code for code in page.params.chosen(facet) if page.facets and code not in counts)]
    codes = sorted(chosen_too, reverse=True) if facet == "year" else chosen_too
    return [_option(page, facet, code, counts, labels) for code in codes]


def _tree(page: ResultPage, facet: str, counts: dict[str, int], labels: Labels) -> list[FacetOption]:
    terms = labels.vocabulary.terms(facet)
    known = labels.vocabulary.with_ancestors(facet, counts)
    below: dict[str | None, list[str]] = defaultdict(list)
    for code in sorted(known, key=lambda code: (-counts.get(code, 0), code)):
        below[terms[code].parent].append(code)

    def branch(code: str) -> FacetOption:
        return _option(page, facet, code, counts, labels, tuple(branch(child) for child in below[code]))

    roots = below[None]
    while len(roots) == 1 and below[roots[0]] and roots[0] not in page.params.chosen(facet):
        roots = below[roots[0]]  # "World" holds everything: choosing it says nothing
    return [branch(code) for code in roots]


def _option(
    page: ResultPage,
    facet: str,
    code: str,
    counts: dict[str, int],
    labels: Labels,
    children: tuple[FacetOption, ...] = (),
) -> FacetOption:
    selected = code in page.params.chosen(facet)
    change = page.params.without_value if selected else page.params.with_value
    label = labels.of(facet, code) if code in counts or facet != "organisation" else code
    return FacetOption(facet, code, label, counts.get(code, 0), selected, search_url(change(facet, code)), children)
