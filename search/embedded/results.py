"""One page of an answer: candidates by words, narrowed by access and choices, ordered, cut, and read."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace

from search.access import Access
from search.document import ResourceDocument
from search.embedded.bitmaps import Numbers, kept
from search.embedded.catalogue import Catalogue
from search.embedded.facets import Choices, count_facets, visible_to
from search.embedded.grams import GramSample, GramScores
from search.embedded.highlight import Highlighter, marked_tokens
from search.embedded.lexicon import Lexicon
from search.embedded.lookup import Lookup
from search.embedded.matching import Matching
from search.embedded.places import Places
from search.embedded.related import related_numbers
from search.embedded.relevance import SECOND_LOOK, Scores, best_first, score_any_word, scores_of, second_look
from search.embedded.spelling import correction_of
from search.engine import PASSAGES_INSIDE, PASSAGES_SHOWN, Ask, Hit, ResultPage
from search.params import LAST_PAGE, PAGE_SIZE, SearchParams
from search.question.nodes import Question
from search.ranking import Ranking

ENGINE = "embedded"
LAST_HIT = LAST_PAGE * PAGE_SIZE
STORED = (
    "SELECT id, passages, stored FROM documents WHERE stored IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class Generation:
    """A generation as one reader sees it at one moment."""

    connection: sqlite3.Connection
    catalogue: Catalogue
    sample: GramSample
    lexicon: Lexicon
    ranking: Ranking


def answer(generation: Generation, ask: Ask, access: Access) -> ResultPage:
    """Answer one question."""
    catalogue, lookup = generation.catalogue, Lookup(generation.connection)
    visible = visible_to(access, catalogue)
    if ask.inside is not None:
        visible &= catalogue.only(ask.inside)
    by_relevance = ask.params.sort == "relevance" and bool(ask.question.scored) and ask.detail != "total"
    if by_relevance and ask.question.any_word:
        score_any_word(lookup, ask.question)  # first, so that matching need not ask again
    candidates = visible & Matching(lookup, catalogue, ask.question).documents()
    choices = Choices.of(ask.params, catalogue)
    selected = choices.within(candidates)
    page = ResultPage(ask.params, total=selected.bit_count(), hits=(), engine=ENGINE)
    if ask.detail == "total":
        return page
    scores = scores_of(lookup, catalogue, ask.question, generation.ranking, selected) if by_relevance else None
    numbers = _ordered(generation, ask, selected, scores)
    hits = read_hits(generation.connection, _cut(numbers, ask), scores, ask)
    if ask.detail != "page":
        return replace(page, hits=hits)
    mended = "" if ask.params.exact else correction_of(ask.question, lookup.connection, generation.lexicon, catalogue)
    facets = count_facets(candidates, choices, catalogue, ask.counted)
    return replace(page, hits=hits, facets=facets, correction=mended)


def related_hits(generation: Generation, page_id: int, access: Access, limit: int) -> tuple[Hit, ...]:
    """Return resources near one."""
    catalogue = generation.catalogue
    visible = visible_to(access, catalogue)
    numbers = related_numbers(page_id, Lookup(generation.connection), catalogue, visible, limit)
    return read_hits(generation.connection, numbers, None, Ask(SearchParams(), Question(), "page"))


def _ordered(generation: Generation, ask: Ask, selected: int, scores: Scores | None) -> Numbers:
    catalogue = generation.catalogue
    if scores is None:
        return kept(catalogue.in_order(ask.params.sort), selected)
    ordered = best_first(scores, catalogue, selected)
    if ask.params.offset >= SECOND_LOOK or not generation.ranking.grams:
        return ordered
    grams = GramScores(generation.connection, generation.sample, ask.question)
    return second_look(ordered, scores, grams, generation.ranking.grams)


def _cut(numbers: Numbers, ask: Ask) -> list[int]:
    offset = ask.params.offset
    cut: list[int] = numbers[offset : min(offset + ask.size, LAST_HIT)].tolist()
    return cut


def read_hits(
    connection: sqlite3.Connection, numbers: Sequence[int], scores: Scores | None, ask: Ask
) -> tuple[Hit, ...]:
    """Return the hits for document numbers in their order; what was deleted meanwhile is left out."""
    rows = connection.execute(STORED, [json.dumps(list(numbers))])
    stored = {number: (passages, document) for number, passages, document in rows}
    reader = _HitReader(connection, ask)
    return tuple(
        reader.hit(number, *stored[number], 0.0 if scores is None else float(scores[number]))
        for number in numbers
        if number in stored
    )


class _HitReader:
    """Makes hits of stored documents: with what matched marked, or, where nothing is shown, as they are."""

    def __init__(self, connection: sqlite3.Connection, ask: Ask) -> None:
        self._marks = ask.detail == "page"
        self._highlighter = Highlighter(marked_tokens(ask.question))
        self._places = Places(connection, ask.question, self._highlighter)
        self._limit = PASSAGES_SHOWN if ask.inside is None else PASSAGES_INSIDE

    def hit(self, number: int, passages: int, stored: str, score: float) -> Hit:
        document = ResourceDocument.from_dict(json.loads(stored))
        if not self._marks:
            return Hit(document, (), (), score)
        language = document.language
        texts = (document.summary, document.body, document.parts)
        found, places = self._places.of(number, language, self._limit) if passages else ((), 0)
        return Hit(
            document,
            self._highlighter.mark(document.title, language),
            self._highlighter.snippet(texts, language),
            score,
            found,
            places,
        )
