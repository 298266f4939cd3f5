"""One page of an answer: candidates by words, narrowed by access and choices, ordered, cut, and read."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from search.access import Access
from search.document import ResourceDocument
from search.embedded.bitmaps import bitmap, kept
from search.embedded.catalogue import Catalogue
from search.embedded.facets import chosen_sets, count_facets, intersection, visible_to
from search.embedded.highlight import Highlighter
from search.embedded.query import Question
from search.embedded.schema import MATCH, MATCH_SCORED
from search.engine import Hit, ResultPage
from search.params import PAGE_SIZE, SearchParams

Scores = Mapping[int, float]


def answer(
    connection: sqlite3.Connection,
    catalogue: Catalogue,
    params: SearchParams,
    access: Access,
    question: Question | None,
    *,
    relaxed: bool = False,
) -> ResultPage:
    """Answer with what matches the question, or with everything when there is none."""
    scores = _matching(connection, question, scored=params.sort == "relevance") if question else {}
    candidates = visible_to(access, catalogue) & (bitmap(scores) if question else catalogue.everything)
    chosen = chosen_sets(params, catalogue)
    selected = intersection(candidates, chosen)
    numbers = _ordered(catalogue, selected, params, scores)[params.offset : params.offset + PAGE_SIZE]
    return ResultPage(
        params,
        total=selected.bit_count(),
        hits=read_hits(connection, numbers, scores, question.tokens if question else frozenset()),
        facets=count_facets(candidates, chosen, catalogue),
        relaxed=relaxed,
        engine="embedded",
    )


def no_answer(catalogue: Catalogue, params: SearchParams) -> ResultPage:
    """Answer a question without a word in it."""
    return ResultPage(params, total=0, hits=(), facets=count_facets(0, {}, catalogue), engine="embedded")


def _matching(connection: sqlite3.Connection, question: Question, *, scored: bool) -> Scores:
    return dict(connection.execute(MATCH_SCORED if scored else MATCH, [question.expression]).fetchall())


def _ordered(catalogue: Catalogue, selected: int, params: SearchParams, scores: Scores) -> list[int]:
    if params.sort == "title":
        return kept(catalogue.by_title, selected)
    if params.sort == "used":
        return kept(catalogue.most_used, selected)
    newest_first = kept(catalogue.newest_first, selected)
    if params.sort == "newest" or not scores:
        return newest_first
    return sorted(newest_first, key=scores.__getitem__, reverse=True)  # stable: equals stay in the order of their dates


def read_hits(
    connection: sqlite3.Connection, numbers: Sequence[int], scores: Scores, tokens: frozenset[str]
) -> tuple[Hit, ...]:
    """Return the hits for document numbers in their order; what was deleted meanwhile is left out."""
    stored = _stored(connection, numbers)
    documents = ((n, ResourceDocument.from_dict(json.loads(stored[n]))) for n in numbers if n in stored)
    return tuple(_hit(document, scores.get(number, 0.0), tokens) for number, document in documents)


def _stored(connection: sqlite3.Connection, numbers: Iterable[int]) -> dict[int, str]:
    wanted = json.dumps(list(numbers))
    query = "SELECT id, stored FROM documents WHERE stored IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, [wanted]).fetchall())


def _hit(document: ResourceDocument, score: float, tokens: frozenset[str]) -> Hit:
    highlighter = Highlighter(tokens, document.language)
    texts = (document.summary, document.body, document.parts)
    return Hit(document, highlighter.mark(document.title), highlighter.snippet(texts), score)
