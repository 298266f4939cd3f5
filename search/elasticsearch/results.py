"""Answers of Elasticsearch become result pages.

Where an answer is not as it should be, ``LookupError``, ``TypeError``, ``ValueError`` or ``AttributeError`` is raised;
``client.translated_errors`` says what that means.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from search.elasticsearch.highlights import fragments
from search.elasticsearch.places import found_passages
from search.elasticsearch.source import document_from
from search.elasticsearch.spelling import correction_of
from search.engine import Ask, EngineUnavailable, Facets, Highlighted, Hit, ResultPage
from search.params import COUNTED
from search.snippets import snippet_end

Answer = Mapping[str, Any]
ENGINE = "elasticsearch"


def page_of(ask: Ask, answers: Sequence[Answer]) -> ResultPage:
    """Return the answer to one question, from its searches as ``query.bodies_of`` has them."""
    found, *counted = [complete(answer) for answer in answers]
    return ResultPage(
        params=ask.params,
        total=total_of(found),
        hits=tuple(map(hit_of, found["hits"]["hits"])),
        facets=facets_of(counted[0]["aggregations"]) if counted else {},
        engine=ENGINE,
        correction=correction_of(ask.question, counted[0]) if counted else "",
    )


def complete(answer: Answer) -> Answer:
    """Return an answer that is one; half an answer would pass for the whole."""
    if "error" in answer:
        raise EngineUnavailable(f"Elasticsearch failed at a search: {answer['error']!s:.300}")
    if answer["timed_out"] or answer["_shards"]["failed"]:
        raise EngineUnavailable("Elasticsearch gave a part of the answer only.")
    return answer


def total_of(answer: Answer) -> int:
    """Return the exact number of hits."""
    return int(answer["hits"]["total"]["value"])


def facets_of(aggregations: Answer) -> Facets:
    """Return the values of every facet, by count and then code, as the server orders them.

    Some stand under the choices in other facets; those that are needed come last, unless they are among the first.
    """
    return {name: _counts(aggregations[name]) for name in COUNTED}


def _counts(counted: Answer) -> dict[str, int]:
    buckets = counted.get("values", counted)["buckets"]
    needed = counted["needed"]["buckets"] if "needed" in counted else ()
    return {bucket["key"]: bucket["doc_count"] for bucket in (*buckets, *needed)}


def hit_of(found: Answer) -> Hit:
    """Return a hit with what matched marked: in the whole title, and in the best stretch of the other texts."""
    document = document_from(found["_source"])
    marked = {name.rpartition(".")[2]: texts[0] for name, texts in found.get("highlight", {}).items()}
    passages, places = found_passages(found)
    return Hit(
        document=document,
        title=fragments(marked.get("title", document.title)),
        snippet=_snippet([marked[name] for name in ("summary", "body", "parts") if name in marked], document.summary),
        score=found.get("_score") or 0.0,
        passages=passages,
        places=places,
    )


def _snippet(stretches: list[str], summary: str) -> Highlighted:
    """Return the stretch with the most different matches, the earlier of two; without any, how the summary begins."""
    if not stretches:
        return fragments(beginning(summary))
    return max(map(fragments, stretches), key=lambda parts: len({part.text.lower() for part in parts if part.marked}))


def beginning(text: str) -> str:
    """Return how a text begins, up to the end of a word."""
    return text[: snippet_end(text, 0)]
