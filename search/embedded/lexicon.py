"""The lexicon: the words of titles in memory, to tell right words from mistyped ones and to find the right one.

They are those of titles that everybody may read: a word of another one would give it away to who mistypes it.

Each process keeps one, as a value that is never changed; what was written since is taken over title by title.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from rapidfuzz.distance import OSA

from search.embedded.catalogue import Catalogue
from search.embedded.entries import RESTRICTION, Entry
from search.languages import SHORT_WORD
from search.words import split_words

Words = tuple[str, ...]


@dataclass(frozen=True)
class Lexicon:
    """How many titles have each word, folded; ``entries`` are those of the catalogue that it was made of."""

    entries: Mapping[int, Entry] = field(default_factory=dict)
    titles: Mapping[str, int] = field(default_factory=dict)

    def current(self, catalogue: Catalogue) -> Self:
        """Return the lexicon of a catalogue; itself when that has not changed."""
        new, old = catalogue.entries, self.entries
        if new is old:
            return self
        titles = Counter(self.titles)
        titles.update(_words_of(entry for number, entry in new.items() if old.get(number) is not entry))
        titles.subtract(_words_of(entry for number, entry in old.items() if new.get(number) is not entry))
        return type(self)(new, +titles)

    def near(self, word: str, edits: int) -> dict[str, int]:
        """Return the words at most so many letters away, with how many; a swap of neighbours is one (OSA distance)."""
        lengths = range(max(SHORT_WORD, len(word) - edits), len(word) + edits + 1)
        candidates = (other for length in lengths for other in self._by_length.get(length, ()))
        distances = ((other, OSA.distance(word, other, score_cutoff=edits)) for other in candidates)
        return {other: distance for other, distance in distances if distance <= edits}

    def nearly_begun(self, beginning: str, limit: int) -> list[str]:
        """Return words that begin with something one letter away, those of the most titles first."""
        lengths = (length for length in self._by_length if length >= len(beginning) - 1)
        words = (word for length in lengths for word in self._by_length[length])
        found = [word for word in words if _begins_nearly(word, beginning)]
        return sorted(found, key=lambda word: -self.titles[word])[:limit]

    @cached_property
    def _by_length(self) -> Mapping[int, Words]:
        lengths: dict[int, list[str]] = {}
        for word in self.titles:
            if word.isalpha():
                lengths.setdefault(len(word), []).append(word)
        return {length: tuple(words) for length, words in lengths.items()}


def _words_of(entries: Iterable[Entry]) -> Iterator[str]:
    public = (entry for entry in entries if RESTRICTION not in entry.values)
    return (word for entry in public for word in set(split_words(entry.title_key)))


def _begins_nearly(word: str, beginning: str) -> bool:
    lengths = (len(beginning), len(beginning) + 1, len(beginning) - 1)
    return any(OSA.distance(word[:length], beginning, score_cutoff=1) <= 1 for length in lengths)
