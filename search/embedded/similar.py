"""Words of the index that resemble a typed word, for questions that nothing answers as typed."""

import sqlite3
from dataclasses import dataclass
from typing import Self

from rapidfuzz import process
from rapidfuzz.distance import OSA

from search.embedded.schema import TAG
from search.languages import edits_allowed
from search.words import fold

MAX_VOCABULARY = 200_000  # words compared with, the most frequent ones: some 10 ms for each typed word
MAX_SIMILAR = 25  # for each typed word

VOCABULARY = "SELECT term FROM terms WHERE instr(term, ?) = 0 ORDER BY doc DESC, term LIMIT ?"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The folded words of a generation as of one change, the most frequent first."""

    identity: str
    change: int
    words: tuple[str, ...]

    @classmethod
    def read(cls, connection: sqlite3.Connection, identity: str, change: int) -> Self:
        """Read the words of the index, without the stems."""
        rows = connection.execute(VOCABULARY, [TAG, MAX_VOCABULARY])
        return cls(identity, change, tuple(term for (term,) in rows))


def similar_words(word: str, vocabulary: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with few letters wrong, missing, too many or swapped; the nearest first, then the most frequent."""
    typed = fold(word)
    edits = edits_allowed(typed)
    if not edits:
        return ()
    near = process.extract(typed, vocabulary, scorer=OSA.distance, score_cutoff=edits, limit=MAX_SIMILAR)
    return tuple(candidate for candidate, _distance, _position in near)
