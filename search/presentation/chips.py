"""Chips: what is chosen, each with a link that lets go of it."""

from dataclasses import dataclass

from search.engine import ResultPage
from search.presentation.addresses import Addresses
from search.presentation.labels import Labels


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen value; ``url`` is the same question without it."""

    legend: str
    label: str
    url: str


def chips(page: ResultPage, labels: Labels, addresses: Addresses) -> tuple[Chip, ...]:
    """Return a chip for every chosen value, also for values that nobody knows."""
    return tuple(
        Chip(
            labels.legend(facet),
            chip_label(page, facet, code, labels),
            addresses.without_value(facet, code),
        )
        for facet, code in page.params.filters
    )


def chip_label(page: ResultPage, facet: str, code: str, labels: Labels) -> str:
    """Return the name of a value; an organisation's only where the viewer's own results name it.

    Otherwise a guessed address would tell a visitor the title of an organisation they may not see.
    """
    returned = code in page.facets.get(facet, {})
    return code if facet == "organisation" and not returned else labels.of(facet, code)
