"""What narrows an answer: the viewer's rights, and what is chosen in the facets."""

from collections.abc import Iterator

from search.access import Access
from search.elasticsearch.bodies import Clause, any_of, term, terms
from search.elasticsearch.fields import FACET_FIELDS
from search.params import FACETS, SearchParams, Years

UNRESTRICTED = term("restriction_count", 0)


def visible(access: Access) -> Clause:
    """Match what a viewer may see: no restriction, or as many passed as there are. Unknown numbers match nothing."""
    if not access.passed:
        return UNRESTRICTED
    passed = [str(number) for number in sorted(access.passed)]
    matched = {"terms": passed, "minimum_should_match_field": "restriction_count"}
    return any_of([UNRESTRICTED, {"terms_set": {"restrictions": matched}}])


def in_years(years: Years) -> Clause:
    """Match resources of a range of years."""
    ends = {"gte": years.first, "lte": years.last}
    return {"range": {"year": {end: str(year) for end, year in ends.items() if year is not None}}}


def chosen(params: SearchParams, *, but: str = "") -> Iterator[Clause]:
    """Yield the clauses for each facet in which something is chosen, but for one facet that is "any of"."""
    for facet in FACETS:
        values = params.chosen(facet)
        if values and facet in params.every:
            yield from (term(FACET_FIELDS[facet], value) for value in values)
        elif values and facet != but:
            yield terms(FACET_FIELDS[facet], values)
    if params.year and but != "year":
        yield in_years(params.year)
