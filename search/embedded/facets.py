"""Access, filters and facet counts, as operations on the catalogue's sets."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Self

from search.access import Access
from search.embedded.catalogue import Catalogue
from search.embedded.entries import RESTRICTION
from search.engine import MAX_FACET_VALUES, Facets, Values
from search.params import COUNTED, FACETS, SearchParams


def visible_to(access: Access, catalogue: Catalogue) -> int:
    """Return the set of what a viewer may see: all but what stands behind a restriction that is not passed."""
    passed = {str(restriction) for restriction in access.passed}
    closed = (members for code, members in catalogue.sets.get(RESTRICTION, {}).items() if code not in passed)
    return catalogue.everything & ~reduce(or_, closed, 0)


@dataclass(frozen=True, slots=True)
class Choices:
    """What is chosen: sets by facet, any of whose values will do, and what narrows every facet, its own too."""

    any_value: Mapping[str, int]
    every_value: int

    @classmethod
    def of(cls, params: SearchParams, catalogue: Catalogue) -> Self:
        """Return the choices as sets; a value that nothing has is the empty set."""
        any_value = {name: catalogue.any_of(name, params.chosen(name)) for name in FACETS if params.chosen(name)}
        narrowing = [facet for facet in params.every if any_value.pop(facet, None) is not None]
        wanted = (catalogue.any_of(facet, (code,)) for facet in narrowing for code in params.chosen(facet))
        if params.year is not None:
            any_value["year"] = catalogue.in_years(params.year)
        return cls(any_value, reduce(and_, wanted, catalogue.everything))

    def within(self, candidates: int, *, but: str = "") -> int:
        """Return the candidates under every choice, but for that in one facet."""
        sets = (members for facet, members in self.any_value.items() if facet != but)
        return reduce(and_, sets, candidates & self.every_value)


def count_facets(candidates: int, choices: Choices, catalogue: Catalogue, needed: Values = ()) -> Facets:
    """Count the values of every facet among the candidates, under the choices in all other facets.

    Those with the highest counts are told, and those that are needed.
    """
    everywhere, kept = choices.within(candidates), dict(needed)
    return {
        facet: _counted(
            catalogue.sets.get(facet, {}),
            choices.within(candidates, but=facet) if facet in choices.any_value else everywhere,
            frozenset(kept.get(facet, ())),
        )
        for facet in COUNTED
    }


def _counted(sets: Mapping[str, int], within: int, kept: frozenset[str]) -> dict[str, int]:
    counts = ((code, (members & within).bit_count()) for code, members in sets.items())
    found = sorted((-count, code) for code, count in counts if count)
    told = found[:MAX_FACET_VALUES] + [each for each in found[MAX_FACET_VALUES:] if each[1] in kept]
    return {code: -count for count, code in told}
