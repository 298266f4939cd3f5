"""Access, filters and facet counts, as operations on the catalogue's sets."""

from collections.abc import Mapping
from functools import reduce
from operator import and_, or_

from search.access import Access
from search.embedded.catalogue import Catalogue
from search.embedded.entries import RESTRICTION
from search.engine import Facets, FacetValue
from search.params import COUNTED, FACETS, SearchParams

MAX_FACET_VALUES = 1_000  # of each facet in an answer


def visible_to(access: Access, catalogue: Catalogue) -> int:
    """Return the set of what a viewer may see: all but what stands behind a restriction that is not passed."""
    passed = {str(restriction) for restriction in access.passed}
    closed = (members for code, members in catalogue.sets.get(RESTRICTION, {}).items() if code not in passed)
    return catalogue.everything & ~reduce(or_, closed, 0)


def chosen_sets(params: SearchParams, catalogue: Catalogue) -> dict[str, int]:
    """Return, for each facet in which something is chosen, the set of documents with any of the values."""
    chosen = {facet: _any_of(catalogue, facet, params.chosen(facet)) for facet in FACETS if params.chosen(facet)}
    if params.year is None:
        return chosen
    years = tuple(code for code in catalogue.sets.get("year", {}) if int(code) in params.year)
    return chosen | {"year": _any_of(catalogue, "year", years)}


def intersection(candidates: int, chosen: Mapping[str, int]) -> int:
    """Return the candidates that are in every chosen set."""
    return reduce(and_, chosen.values(), candidates)


def count_facets(candidates: int, chosen: Mapping[str, int], catalogue: Catalogue) -> Facets:
    """Count the values of every facet among the candidates, under the choices in all other facets."""
    return {
        facet: _counted(
            catalogue.sets.get(facet, {}),
            intersection(candidates, {other: members for other, members in chosen.items() if other != facet}),
        )
        for facet in COUNTED
    }


def _any_of(catalogue: Catalogue, facet: str, codes: tuple[str, ...]) -> int:
    sets = catalogue.sets.get(facet, {})
    return reduce(or_, (sets.get(code, 0) for code in codes), 0)


def _counted(sets: Mapping[str, int], within: int) -> tuple[FacetValue, ...]:
    counts = ((code, (members & within).bit_count()) for code, members in sets.items())
    found = sorted((-count, code) for code, count in counts if count)
    return tuple(FacetValue(code, -count) for count, code in found[:MAX_FACET_VALUES])
