"""The places in a resource's files that match a question, the best first."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from json import dumps

from search.document import Passage
from search.embedded.analysis import folded_text, stemmed_text
from search.embedded.expressions import all_of, any_of, expressions_of, phrase_expression, without_places
from search.embedded.highlight import Highlighter
from search.embedded.statements import MATCHING_PASSAGES, PASSAGE_COLUMNS, THESE_PASSAGES
from search.embedded.writing import passage_range
from search.engine import FoundPassage
from search.question.ask import MAX_WORDS
from search.question.nodes import Phrase, Question, Words

# Of a question of many words, how many a passage must have to be worth showing: a page that has "patients" and "how"
# of eight words would stand below nearly every hit.
MANY_WORDS, SHARE_OF_MANY = 3, 0.6
VERIFIED = 200  # passages of one resource in which a phrase is looked for, word by word


@dataclass(frozen=True)
class Places:
    """Looks for the passages of single documents that match one question."""

    connection: sqlite3.Connection
    question: Question
    highlighter: Highlighter

    def of(self, number: int, language: str, limit: int) -> tuple[tuple[FoundPassage, ...], int]:
        """Return the best passages of a document, and how many match; its language is that of files without one."""
        scores: dict[int, float] = defaultdict(float)
        counts: dict[int, int] = defaultdict(int)
        for words, expression in self._wanted:
            matching = self._matching(words, expression, number, language)
            for passage in matching:
                scores[passage] += 1 + 1 / len(matching)  # a word that few of its pages have tells them apart
                counts[passage] += 1
        found = [passage for passage, count in counts.items() if count >= self._enough]
        best = sorted(found, key=lambda passage: (-scores[passage], passage))[:limit]
        return tuple(self._shown(best, language)), len(found)

    @cached_property
    def _wanted(self) -> Sequence[tuple[Words, str]]:
        languages = self.question.languages
        wanted = []
        for words in [each for each in self.question.scored if not each.title][:MAX_WORDS]:
            instead = (phrase_expression(phrase, languages) for phrase in words.synonyms)
            if expression := any_of([all_of(expressions_of(words, languages)), *instead]):
                wanted.append((words, without_places(expression)))
        return wanted

    @cached_property
    def _enough(self) -> int:
        asked = len(self._wanted)
        return int(asked * SHARE_OF_MANY) if self.question.any_word and asked > MANY_WORDS else 1

    def _matching(self, words: Words, expression: str, number: int, language: str) -> list[int]:
        rows = self.connection.execute(MATCHING_PASSAGES, [expression, *passage_range(number)])
        found = [passage for (passage,) in rows]
        phrases = [phrase for phrase in (*([words.words] if words.phrase else []), *words.synonyms) if len(phrase) > 1]
        if not phrases or not found:
            return found
        if not words.phrase or any(len(phrase) == 1 for phrase in words.synonyms):
            return found  # a word alone will do as well
        texts = self._read(found[:VERIFIED])
        return [place for place, passage in texts.items() if self._has_phrase(passage, phrases, language)]

    def _has_phrase(self, passage: Passage, phrases: Sequence[Phrase], language: str) -> bool:
        tongue = passage.language or language
        folded, stemmed = _spaced(folded_text([passage.text])), _spaced(stemmed_text([passage.text], tongue))
        wanted = [" ".join(phrase) for phrase in phrases]
        return any(
            _spaced(folded_text([phrase])) in folded or _spaced(stemmed_text([phrase], tongue)) in stemmed
            for phrase in wanted
        )

    def _shown(self, places: Sequence[int], language: str) -> Iterator[FoundPassage]:
        read = self._read(places)
        for passage in (read[place] for place in places if place in read):
            text = " ".join(passage.text.split())
            sentence = self.highlighter.snippet((text,), passage.language or language)
            yield FoundPassage(replace(passage, text=""), sentence)

    def _read(self, places: Sequence[int]) -> dict[int, Passage]:
        rows = self.connection.execute(THESE_PASSAGES, [dumps(places)])
        return {place: Passage(**dict(zip(PASSAGE_COLUMNS, values, strict=True))) for place, *values in rows}


def _spaced(tokens: str) -> str:
    return f" {tokens} "
