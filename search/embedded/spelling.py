"""Mistyped words: those that neither titles nor texts know are mended to the word of a title that stands nearest.

Of several, the one that stands beside its neighbours in some title wins, then the one in the most titles. How many are
mended, and how often a right word is called wrong, is in docs/search/relevance.md.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from search.access import VISITOR
from search.embedded.analysis import folded_tokens
from search.embedded.catalogue import Catalogue
from search.embedded.facets import visible_to
from search.embedded.lexicon import Lexicon
from search.languages import edits_allowed
from search.question.nodes import Question
from search.question.spelling import mend
from search.words import fold, split_words

LIKELIER = 10  # times as many texts have a word than the mistyped one, which authors mistype as well
MOST_WEIGHED = 12  # candidates of a word, whose neighbours are looked up

TEXTS_WITH = "SELECT coalesce(max(doc), 0) FROM text_words WHERE term = ?"
TITLES_WITH = "SELECT rowid FROM titles WHERE titles MATCH ?"


def correction_of(question: Question, connection: sqlite3.Connection, lexicon: Lexicon, catalogue: Catalogue) -> str:
    """Return what was typed with its mistyped words mended, or nothing."""
    asked = {fold(word) for words in question.scored for word in words.words}
    doubtful = {word for word in asked if word not in lexicon.titles and word.isalpha() and edits_allowed(word)}
    if not doubtful:
        return ""
    mending = _Mending(connection, lexicon, visible_to(VISITOR, catalogue))
    mended = mending.of(list(map(fold, split_words(question.text))), doubtful)
    return mend(question.text, mended) if mended else ""


@dataclass(frozen=True, slots=True)
class _Mending:
    connection: sqlite3.Connection
    lexicon: Lexicon
    public: int  # the set of what everybody may read

    def of(self, typed: list[str], doubtful: set[str]) -> Mapping[str, str]:
        """Return the right word for each doubtful one that has one; from the left, each beside mended ones."""
        mended: dict[str, str] = {}
        for place, word in enumerate(typed):
            if word not in doubtful or word in mended:
                continue
            before, after = typed[place - 1 : place], typed[place + 1 : place + 2]
            if right := self._right_word(word, [mended.get(other, other) for other in before], after):
                mended[word] = right
        return mended

    def _right_word(self, word: str, before: list[str], after: list[str]) -> str:
        texts = self._texts_with(word)
        for edits in range(1, edits_allowed(word) + 1):  # two mistakes bring worse words: where one brings none
            near = self.lexicon.near(word, edits)
            likely = sorted(near, key=lambda other: -self.lexicon.titles[other])[:MOST_WEIGHED]
            likely = [other for other in likely if not texts or self._texts_with(other) >= LIKELIER * texts]
            if likely:
                return max(likely, key=lambda other: self._neighbours(before, other, after))  # the first of equal ones
        return ""

    def _neighbours(self, before: list[str], word: str, after: list[str]) -> int:
        """Return beside how many of its neighbours a word stands in some title."""
        return sum(self._beside(pair) for pair in ([*before, word], [word, *after]) if len(pair) > 1)

    def _beside(self, words: list[str]) -> bool:
        tokens = " ".join(token for word in words for token in folded_tokens(word))
        titles = self.connection.execute(TITLES_WITH, [f'words : "{tokens}"'])
        return any(self.public >> number & 1 for (number,) in titles)

    def _texts_with(self, word: str) -> int:
        (texts,) = self.connection.execute(TEXTS_WITH, [word]).fetchone()
        return int(texts)
