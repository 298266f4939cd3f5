"""Typing mistakes: one random edit in one word of a text, the same for the same seed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from numpy.random import Generator

from search.words import CJK, WORD, fold

LETTERS = 5  # a shorter word with a wrong letter is often another word
NEIGHBOURS = 3  # words of a short query, at most

Edit = Callable[[str, int, str], str]


def _delete(word: str, place: int, letter: str) -> str:
    return word[:place] + word[place + 1 :]


def _insert(word: str, place: int, letter: str) -> str:
    return word[:place] + letter + word[place:]


def _substitute(word: str, place: int, letter: str) -> str:
    return word[:place] + letter + word[place + 1 :]


def _transpose(word: str, place: int, letter: str) -> str:
    return word[:place] + word[place + 1 : place + 2] + word[place : place + 1] + word[place + 2 :]


EDITS: Mapping[str, Edit] = MappingProxyType(
    {"delete": _delete, "insert": _insert, "substitute": _substitute, "transpose": _transpose}
)


@dataclass(frozen=True, slots=True)
class Typo:
    """A query with one mistyped word, and as it was right. ``kind`` is ``title`` or how many words, ``1 word``."""

    kind: str
    edit: str
    wrong_word: str
    wrong: str
    right: str


def long_words(text: str) -> list[re.Match[str]]:
    """Return the words of a text that a mistake is made in: five letters or more, written with an alphabet."""
    return [
        m for m in WORD.finditer(text) if len(m.group()) >= LETTERS and m.group().isalpha() and not CJK.search(m[0])
    ]


def typos(title: str, random: Generator) -> tuple[Typo, Typo]:
    """Return two queries with the same mistake: the title, and one to three of its words that stand together."""
    words = long_words(title)
    word = words[int(random.integers(len(words)))]
    edit, wrong = _mistyped(word.group(), _alphabet(words), random)
    start, end, count = _stretch(title, word, random)
    whole = Typo("title", edit, wrong, title[: word.start()] + wrong + title[word.end() :], title)
    few = f"{count} word" if count == 1 else f"{count} words"
    short = Typo(few, edit, wrong, title[start : word.start()] + wrong + title[word.end() : end], title[start:end])
    return whole, short


def _alphabet(words: list[re.Match[str]]) -> list[str]:
    """Return letters of the words' own script, as often as they are used."""
    return [letter for word in words for letter in fold(word.group())]


def _mistyped(word: str, alphabet: list[str], random: Generator) -> tuple[str, str]:
    """Return the name of an edit and what it makes of a word; one that leaves the folded word as it is does not count.

    Every place is as likely, the first letter too.
    """
    names = list(EDITS)
    while True:
        name = names[int(random.integers(len(names)))]
        place = int(random.integers(len(word) + (name == "insert") - (name == "transpose")))
        wrong = EDITS[name](word, place, alphabet[int(random.integers(len(alphabet)))])
        if fold(wrong) != fold(word):
            return name, wrong


def _stretch(title: str, word: re.Match[str], random: Generator) -> tuple[int, int, int]:
    """Return from where to where one to three neighbouring words stand, this one among them, and how many."""
    spans = [match.span() for match in WORD.finditer(title)]
    place = spans.index(word.span())
    count = min(1 + int(random.integers(NEIGHBOURS)), len(spans))
    first = min(max(0, place - int(random.integers(count))), len(spans) - count)
    return spans[first][0], spans[first + count - 1][1], count
