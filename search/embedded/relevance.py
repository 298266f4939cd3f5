"""Ranking: BM25 of everything a document says, with more for its title, and a second look at the best by its letters.

What each part gains is in docs/search/relevance.md.
"""

import numpy as np
import numpy.typing as npt

from search.embedded.bitmaps import Numbers, kept
from search.embedded.catalogue import Catalogue
from search.embedded.expressions import any_word_of, every_word_of
from search.embedded.grams import GramScores
from search.embedded.lookup import ANYWHERE, Lookup
from search.question.nodes import Question
from search.ranking import Ranking

TITLES = 0.6  # of the ranking's factor: title and summary count for more among the texts already (``SCORED``)
LABELS = 0.5  # of the score of topics, regions and names: chosen by people, but in many languages at once
FILES = 0.3  # a file says many things by the way; what a resource says of itself is what it is about
SECOND_LOOK = 100  # documents, five pages

Scores = npt.NDArray[np.float64]  # by document number


def scores_of(lookup: Lookup, catalogue: Catalogue, question: Question, ranking: Ranking, candidates: int) -> Scores:
    """Return how well each candidate matches; what is no candidate may have a score too."""
    scores = np.zeros(max(catalogue.size, 1))
    any_word = any_word_of(question, question.scored)
    if not any_word:
        return scores
    for table, weight in ("titles", TITLES * ranking.title), ("labels", LABELS), ("files", FILES):
        if weight:
            _add(scores, lookup, table, any_word, weight)
    _add(scores, lookup, "texts", _for_texts(lookup, question, any_word, candidates), 1.0)
    return scores


def score_any_word(lookup: Lookup, question: Question) -> None:
    """Look up a question that any word answers, with scores."""
    if any_word := any_word_of(question, question.free):
        for table in ANYWHERE:
            lookup.scored(table, any_word)


def best_first(scores: Scores, catalogue: Catalogue, candidates: int) -> Numbers:
    """Return the candidates by score, those with equal ones the newest first."""
    numbers = kept(catalogue.newest_first, candidates)
    ordered: Numbers = numbers[np.argsort(-scores[numbers], kind="stable")]
    return ordered


def second_look(ordered: Numbers, scores: Scores, grams: GramScores, weight: float) -> Numbers:
    """Add to the scores of the best documents what the letters of their words say, and return all in their order."""
    best = ordered[:SECOND_LOOK]
    if len(best) < 2:
        return ordered
    for number, score in grams.of(best.tolist()).items():
        scores[number] += weight * score
    return np.concatenate([best[np.argsort(-scores[best], kind="stable")], ordered[SECOND_LOOK:]])


def _for_texts(lookup: Lookup, question: Question, any_word: str, candidates: int) -> str:
    """Return the cheapest expression that scores every candidate: one for all words, unless files have some of them."""
    if question.any_word:
        return any_word
    every_word = every_word_of(question)
    return any_word if candidates & ~lookup.matching("texts", every_word) else every_word


def _add(scores: Scores, lookup: Lookup, table: str, expression: str, weight: float) -> None:
    found = lookup.scored(table, expression)
    known = found[found["number"] < len(scores)]  # written since the catalogue was read
    scores[known["number"]] += weight * known["score"]
