"""A second look at the best documents: which stretches of four letters they share with the question.

They reach into compounds (``infectie`` in ``ziekenhuisinfectie``) and across forms that stemmers keep apart. The same
as BM25 over such stretches, but that how many documents have one is estimated from a sample: no table of them is kept,
which would be larger than all others together.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Self

from search.embedded.analysis import folded_tokens
from search.embedded.catalogue import Catalogue
from search.question.nodes import Question
from search.words import split_words

LETTERS = 4
SAMPLE = 300  # documents; as good as counting in all of them (relevance.md)
GROWN = 1.2  # times as many documents: time for another sample
K1, B = 1.2, 0.75  # of BM25, as in FTS5

PLAIN = "SELECT id, text FROM plain WHERE id IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class GramSample:
    """In how many documents of a sample each stretch of four letters is."""

    identity: str
    population: int = 0
    documents: int = 0
    counts: Mapping[str, int] | None = None

    def current(self, connection: sqlite3.Connection, catalogue: Catalogue) -> Self:
        """Return a sample that suits the catalogue; itself as long as that has about as many documents."""
        population = len(catalogue.entries)
        same = self.identity == catalogue.identity and self.counts is not None
        if same and self.population / GROWN <= population <= self.population * GROWN:
            return self
        step = max(1, population // SAMPLE)
        texts = plain_texts(connection, sorted(catalogue.entries)[::step])
        counts = Counter(gram for text in texts.values() for gram in set(_grams(text.split())))
        return type(self)(catalogue.identity, population, len(texts), counts)

    def rarity(self, gram: str) -> float:
        """Return how much a gram says: the logarithm in BM25, as Lucene has it, which is never negative."""
        having = (self.counts or {}).get(gram, 0) + 0.5  # as if half a document more had it: none is not never
        return log(1 + max(0.0, self.documents - having + 0.5) / (having + 0.5))


@dataclass(frozen=True, slots=True)
class GramScores:
    """Scores documents by the stretches that they share with a question."""

    connection: sqlite3.Connection
    sample: GramSample
    question: Question

    def of(self, numbers: list[int]) -> Mapping[int, float]:
        """Return the score of each document: BM25 of the grams, in each counted where it is found."""
        grams = grams_of(self.question)
        texts = plain_texts(self.connection, numbers) if grams else {}
        average = sum(map(len, texts.values())) / max(1, len(texts))
        weights = {gram: times * self.sample.rarity(gram) * (K1 + 1) for gram, times in grams.items()}
        return {number: _score(text, weights, K1 * (1 - B + B * len(text) / average)) for number, text in texts.items()}


def grams_of(question: Question) -> Counter[str]:
    """Return the stretches in the words of a question, with how often each is there."""
    words = [part for each in question.scored for word in each.words for part in split_words(word.lower())]
    return Counter(_grams(token for word in words for token in folded_tokens(word)))


def plain_texts(connection: sqlite3.Connection, numbers: list[int]) -> Mapping[int, str]:
    """Return the folded beginnings of documents."""
    return dict(connection.execute(PLAIN, [json.dumps(numbers)]).fetchall())


def _score(text: str, weights: Mapping[str, float], norm: float) -> float:
    score = 0.0
    for gram, weight in weights.items():
        if times := text.count(gram):
            score += weight * times / (times + norm)
    return score


def _grams(words: Iterable[str]) -> Iterable[str]:
    return (word[start : start + LETTERS] for word in words for start in range(len(word) - LETTERS + 1))
