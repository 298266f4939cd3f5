"""Questions as Elasticsearch is asked them: parameters in, DSL objects out; no request, no network.

One ``_msearch`` makes a page: the hits; the facets by themselves, which the server's request cache gives again for
page 2 or another order; and an answer from similar words, which is shown when the first has none.
"""

from dataclasses import dataclass

from elasticsearch.dsl import A, Q, Search
from elasticsearch.dsl.aggs import Agg
from elasticsearch.dsl.query import Query

from search.access import Access
from search.elasticsearch.clauses import (
    FACET_FIELDS,
    chosen,
    in_summary,
    in_title,
    matching,
    resembling,
    visible,
    words_of,
)
from search.params import COUNTED, PAGE_SIZE, SearchParams
from search.snippets import SNIPPET_CHARACTERS

MAX_FACET_VALUES = 1000  # of each facet; every country of the world with its regions is 280
MARK, UNMARK = "\ue000", "\ue001"  # around what matched: private-use characters, so never text and never HTML
MAX_ANALYSED = 1_000_000  # characters of a text looked at for highlights, the server's own limit
NOT_SHOWN = ("has_file", "restriction_count", "fingerprint")

DOWN, UP = {"order": "desc"}, {"order": "asc"}
ORDERS: dict[str, tuple[dict[str, dict[str, str]], ...]] = {
    "relevance": ({"_score": DOWN}, {"published_at": DOWN}, {"page_id": DOWN}),
    "newest": ({"published_at": DOWN}, {"page_id": DOWN}),
    "title": ({"title_order": UP}, {"page_id": UP}),
    "used": ({"uses": DOWN}, {"published_at": DOWN}, {"page_id": DOWN}),
}


@dataclass(frozen=True, slots=True)
class PageQuery:
    """The searches that make a page; ``similar`` has hits and facets, and is there when the question has words."""

    hits: Search
    facets: Search
    similar: Search | None = None

    @property
    def searches(self) -> list[Search]:
        """Return what is sent, in this order."""
        return [self.hits, self.facets, *([self.similar] if self.similar else [])]


def page_query(params: SearchParams, access: Access) -> PageQuery:
    """Return what is asked for a page of results."""
    words = words_of(params)
    if words:
        found = matching(words)
        return PageQuery(
            hits=_highlighted(_ordered(_scored(params, access, words), params.sort, params.offset), found),
            facets=_counted(_without_hits(visible(access), found), params),
            similar=_similar(params, access, resembling(words)),
        )
    order = "newest" if params.sort == "relevance" else params.sort
    nothing = [Q("match_none")] if params.q else []  # signs only: no word, no match
    found_by_filters = Search().query("bool", filter=[visible(access), *nothing, *chosen(params)])
    return PageQuery(
        hits=_ordered(found_by_filters, order, params.offset),
        facets=_counted(_without_hits(visible(access), *nothing), params),
    )


def _scored(params: SearchParams, access: Access, words: list[str]) -> Search:
    """Ask for what matches, with scores where the order needs them."""
    filters = [visible(access), *chosen(params)]
    if params.sort != "relevance":
        return Search().query("bool", filter=[*filters, matching(words)])
    return Search().query("bool", filter=filters, must=[matching(words)], should=[in_title(words), in_summary(words)])


def _similar(params: SearchParams, access: Access, alike: Query) -> Search:
    """Ask for similar words, to be marked later; choices narrow the hits, each facet is counted under its own."""
    search = Search().query("bool", filter=[visible(access)], must=[alike])
    if choices := list(chosen(params)):
        search = search.post_filter("bool", filter=choices)
    return _counted(_ordered(search, params.sort, params.offset), params)


def _ordered(search: Search, order: str, offset: int) -> Search:
    """Ask for one page in an order, and for the exact total."""
    page = search.extra(from_=offset, size=PAGE_SIZE, track_total_hits=True)
    return page.sort(*ORDERS[order]).source(excludes=list(NOT_SHOWN))


def _highlighted(search: Search, found: Query) -> Search:
    """Ask for the whole title and the best stretch of each text, with the matches between ``MARK`` and ``UNMARK``."""
    options = {
        "pre_tags": [MARK],
        "post_tags": [UNMARK],
        "order": "score",
        "number_of_fragments": 1,
        "fragment_size": SNIPPET_CHARACTERS,
        "require_field_match": False,
        "max_analyzed_offset": MAX_ANALYSED,
        "highlight_query": found.to_dict(),
    }
    whole = search.highlight("text.*.title", number_of_fragments=0)
    return whole.highlight("text.*.summary", "text.*.body", "text.*.parts").highlight_options(**options)


def _without_hits(*filters: Query) -> Search:
    return Search().query("bool", filter=list(filters)).extra(size=0, track_total_hits=False)


def _counted(search: Search, params: SearchParams) -> Search:
    """Ask for the values of every facet, counted under the choices in all others, so that siblings stay."""
    for facet in COUNTED:
        values = A("terms", field=FACET_FIELDS[facet], size=MAX_FACET_VALUES)
        search.aggs.bucket(facet, _under(list(chosen(params, but=facet)), values))
    return search


def _under(choices: list[Query], values: Agg) -> Agg:
    """Return an aggregation under choices, or by itself: an empty filter costs a millisecond and more."""
    return A("filter", bool={"filter": choices}, aggs={"values": values}) if choices else values
