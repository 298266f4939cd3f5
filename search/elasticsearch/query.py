"""Questions as Elasticsearch is asked them: a question in, bodies out; no request, no network.

One ``_msearch`` answers everything. A page is two of its searches, which the server works on side by side: the hits;
and the facets with the words that are mistyped, which its request cache gives again for page 2 or another order.
"""

from collections.abc import Sequence

from search.access import Access
from search.elasticsearch.bodies import NOTHING, Body, Clause, filtered, term, text_in
from search.elasticsearch.clauses import chosen, visible
from search.elasticsearch.fields import FACET_FIELDS, GRAMS, text_field, text_fields
from search.elasticsearch.highlights import highlight, marked_words
from search.elasticsearch.places import with_places
from search.elasticsearch.spelling import spelling
from search.elasticsearch.wording import Wording, title_fields
from search.engine import MAX_FACET_VALUES, PASSAGES_INSIDE, PASSAGES_SHOWN, Ask
from search.params import COUNTED, LAST_PAGE, PAGE_SIZE, SearchParams
from search.question.nodes import Question
from search.ranking import SITE, Ranking

LAST_HIT = LAST_PAGE * PAGE_SIZE  # what the server pages through
RANKED_AGAIN = 300  # hits
ADDED = ("has_file", "restriction_count", "fingerprint")  # to what a document says itself
NOT_SHOWN = (*ADDED, *(text_field("*", text) for text in ("body", "parts", "topic_labels", "region_names", "people")))

DOWN, UP = {"order": "desc"}, {"order": "asc"}
ORDERS: dict[str, list[Body]] = {
    "relevance": [{"_score": DOWN}, {"published_at": DOWN}, {"page_id": DOWN}],
    "newest": [{"published_at": DOWN}, {"page_id": DOWN}],
    "title": [{"title_order": UP}, {"page_id": UP}],
    "used": [{"uses": DOWN}, {"published_at": DOWN}, {"page_id": DOWN}],
}


def bodies_of(ask: Ask, access: Access, ranking: Ranking = SITE) -> list[Body]:
    """Return the searches that answer one question: hits and facets for a page, else one."""
    asked = AskedQuestion(ask, access, ranking)
    if ask.detail == "total":
        return [asked.total()]
    return [asked.page(), asked.facets()] if ask.detail == "page" else [asked.hits()]


class AskedQuestion:
    """One question, its words translated once for all of its searches."""

    def __init__(self, ask: Ask, access: Access, ranking: Ranking) -> None:
        """Translate the words."""
        self._params, self._question, self._ask, self._ranking = ask.params, ask.question, ask, ranking
        self._wording = Wording(ask.question, ranking)
        self._words = self._wording.matching() if _says_something(ask.question) else [NOTHING]
        self._excluded = self._wording.excluded()
        self._within = [visible(access), *([term("page_id", ask.inside)] if ask.inside is not None else [])]

    def total(self) -> Body:
        """Ask how many there are."""
        return {"query": self._unscored(*chosen(self._params)), "size": 0, "track_total_hits": True}

    def hits(self) -> Body:
        """Ask for documents and scores."""
        offset = self._params.offset
        size = max(0, min(self._ask.size, LAST_HIT - offset))
        page: Body = {"from": offset, "size": size, "track_total_hits": True, "_source": {"excludes": ADDED}}
        narrowed = list(chosen(self._params))
        if not self._scores:
            order = "newest" if self._params.sort == "relevance" else self._params.sort
            return {"query": self._unscored(*narrowed), "sort": ORDERS[order], **page}
        ranked = self._ranked_again() or {"sort": ORDERS["relevance"]}
        return {"query": self._scored(narrowed), **ranked, **page}

    def page(self) -> Body:
        """Ask for hits with their matches marked, and the places in their files."""
        body = self.hits() | {"_source": {"excludes": NOT_SHOWN}}
        words = marked_words(self._question)
        if not words:
            return body
        count = PASSAGES_SHOWN if self._ask.inside is None else PASSAGES_INSIDE
        found = body["query"]["bool"]
        found["filter"] = [*found["filter"], with_places(self._question, count)]
        return body | {"highlight": highlight(words)}

    def facets(self) -> Body:
        """Ask for the values of every facet, counted under the choices in all others, and for words mistyped."""
        needed = dict(self._ask.counted)
        counted = {facet: _values(facet, self._params, needed.get(facet, ())) for facet in COUNTED}
        body: Body = {"query": self._unscored(), "aggs": counted, "size": 0, "track_total_hits": False}
        return body if self._params.exact else body | spelling(self._question)

    @property
    def _scores(self) -> bool:
        return self._params.sort == "relevance" and bool(self._question.scored)

    def _unscored(self, *narrowed: Clause) -> Clause:
        return filtered([*self._within, *narrowed, *self._words], must_not=self._excluded)

    def _scored(self, narrowed: Sequence[Clause]) -> Clause:
        within = [*self._within, *narrowed]
        return filtered(within, must=self._words, should=self._extra(), must_not=self._excluded)

    def _extra(self) -> list[Clause]:
        text, languages = self._wording.repeated(), self._question.languages
        weighed = (
            (self._ranking.title, title_fields(languages)),
            (self._ranking.summary, text_fields(languages, "summary")),
        )
        return [text_in(fields, text, boost=boost) for boost, fields in weighed if boost and fields]

    def _ranked_again(self) -> Body:
        """Return the part of a search that adds pieces of words to the scores of the first hits.

        Among the hits of any word they change the order only; a search in all hits costs four times as much.
        """
        if not self._question.any_word or not self._ranking.grams:
            return {}
        pieces = {"match": {GRAMS: {"query": self._wording.repeated(), "boost": self._ranking.grams}}}
        return {"rescore": {"window_size": RANKED_AGAIN, "query": {"rescore_query": pieces}}}


def _says_something(question: Question) -> bool:
    """Whether there is a word or a condition, or nothing was typed at all; signs alone match nothing."""
    return not question.empty or not question.text.strip()


def _values(facet: str, params: SearchParams, needed: Sequence[str]) -> Body:
    """Return the count of a facet's values under choices, or by itself: an empty filter costs a millisecond.

    The values that are needed are counted again by their names, in case they are not among those with the most.
    """
    field = FACET_FIELDS[facet]
    values: Body = {"terms": {"field": field, "size": MAX_FACET_VALUES}}
    choices = list(chosen(params, but=facet))
    if not choices and not needed:
        return values
    counts = {"values": values}
    if needed:
        counts["needed"] = {"terms": {"field": field, "include": list(needed), "size": len(needed)}}
    return {"filter": {"bool": {"filter": choices}}, "aggs": counts}
