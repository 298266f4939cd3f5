"""Answers of Elasticsearch become result pages.

Where an answer is not as it should be, ``LookupError``, ``TypeError``, ``ValueError`` or ``AttributeError`` is raised;
``client.translated_errors`` says what that means.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from search.elasticsearch.clauses import words_of
from search.elasticsearch.query import MARK, UNMARK
from search.elasticsearch.similar import Resembles, mark_snippet, mark_title, resemblance
from search.elasticsearch.source import document_from
from search.engine import EngineUnavailable, Facets, FacetValue, Fragment, Highlighted, Hit, ResultPage
from search.params import COUNTED, SearchParams
from search.snippets import snippet_end

Answer = Mapping[str, Any]
ENGINE = "elasticsearch"


def page_of(params: SearchParams, answers: Sequence[Answer]) -> ResultPage:
    """Return the page: hits and facets as asked, or those of similar words where there are no such hits."""
    hits, facets, *similar = [_complete(answer) for answer in answers]
    if similar and not total_of(hits) and total_of(similar[0]):
        resembles = resemblance(words_of(params))
        marked = tuple(similar_hit_of(hit, resembles) for hit in similar[0]["hits"]["hits"])
        return _page(params, total_of(similar[0]), marked, similar[0], relaxed=True)
    return _page(params, total_of(hits), tuple(map(hit_of, hits["hits"]["hits"])), facets, relaxed=False)


def _complete(answer: Answer) -> Answer:
    """Return an answer that is one; half an answer would pass for the whole."""
    if "error" in answer:
        raise EngineUnavailable(f"Elasticsearch failed at a search: {answer['error']!s:.300}")
    if answer["timed_out"] or answer["_shards"]["failed"]:
        raise EngineUnavailable("Elasticsearch gave a part of the answer only.")
    return answer


def _page(params: SearchParams, total: int, hits: tuple[Hit, ...], counted: Answer, *, relaxed: bool) -> ResultPage:
    facets = facets_of(counted["aggregations"])
    return ResultPage(params=params, total=total, hits=hits, facets=facets, relaxed=relaxed, engine=ENGINE)


def total_of(answer: Answer) -> int:
    """Return the exact number of hits."""
    return int(answer["hits"]["total"]["value"])


def facets_of(aggregations: Answer) -> Facets:
    """Return the values of every facet, by count and then code; some stand under the choices in other facets."""
    buckets = {name: aggregations[name].get("values", aggregations[name])["buckets"] for name in COUNTED}
    return {name: tuple(sorted(map(_value, found), key=_by_count)) for name, found in buckets.items()}


def _value(bucket: Answer) -> FacetValue:
    return FacetValue(str(bucket["key"]), int(bucket["doc_count"]))


def _by_count(value: FacetValue) -> tuple[int, str]:
    return -value.count, value.code


def hit_of(found: Answer) -> Hit:
    """Return a hit with what matched marked: in the whole title, and in the best stretch of the other texts."""
    document = document_from(found["_source"])
    marked = {name.rpartition(".")[2]: texts[0] for name, texts in found.get("highlight", {}).items()}
    return Hit(
        document=document,
        title=fragments(marked.get("title", document.title)),
        snippet=_snippet([marked[name] for name in ("summary", "body", "parts") if name in marked], document.summary),
        score=found.get("_score") or 0.0,
    )


def similar_hit_of(found: Answer, resembles: Resembles) -> Hit:
    """Return a hit with the words marked that resemble those of the question."""
    document = document_from(found["_source"])
    snippet = mark_snippet(document, resembles) or fragments(beginning(document.summary))
    return Hit(document, mark_title(document, resembles), snippet, score=found.get("_score") or 0.0)


def _snippet(stretches: list[str], summary: str) -> Highlighted:
    """Return the stretch with the most different matches, the earlier of two; without any, how the summary begins."""
    if not stretches:
        return fragments(beginning(summary))
    return max(map(fragments, stretches), key=lambda parts: len({part.text.lower() for part in parts if part.marked}))


def beginning(text: str) -> str:
    """Return how a text begins, up to the end of a word."""
    return text[: snippet_end(text, 0)]


def fragments(text: str) -> Highlighted:
    """Return highlighted text as fragments; a stray mark changes what is marked, never what is said."""
    return tuple(_fragments(text))


def _fragments(text: str) -> Iterator[Fragment]:
    for number, stretch in enumerate(text.split(MARK)):
        match, _, rest = stretch.partition(UNMARK) if number else ("", "", stretch)
        if match:
            yield Fragment(match, marked=True)
        if rest:
            yield Fragment(rest.replace(UNMARK, ""))
