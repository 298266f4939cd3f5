"""What a typed query means: a small tree that both engines translate, each into its own query."""

from collections.abc import Iterator
from dataclasses import dataclass

from search.params import Years

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand for one thing: one word, a phrase in its order, or several words in any order and place.

    ``synonyms`` are phrases of one or more words; any of them will do instead. ``title`` asks for them in the title.
    """

    words: Phrase
    phrase: bool = False
    title: bool = False
    synonyms: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these codes in a facet, as ``topic:hygiene`` asks for; none of them matches nothing."""

    facet: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InYears:
    """Of these years, as ``year:2019..2024`` asks for."""

    years: Years


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part matches."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part matches."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """No part matches."""

    parts: tuple["Node", ...]


Node = Words | Choice | InYears | AllOf | AnyOf | NoneOf


@dataclass(frozen=True, slots=True)
class Question:
    """A query as understood. ``free`` are the words outside of every operator, without stop words.

    Up to three free words must all match, more are ranked by any of them (``any_word``). Whatever is in ``required``
    must match, and nothing in ``excluded`` may. ``languages`` are those whose stemmers are asked, the likeliest
    first; unstemmed the words are asked in every language.
    """

    text: str = ""
    free: tuple[Words, ...] = ()
    required: tuple[Node, ...] = ()
    excluded: tuple[Node, ...] = ()
    languages: tuple[str, ...] = ("en",)
    any_word: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is asked for: there is no word and no condition in the text."""
        return not (self.free or self.required or self.excluded)

    @property
    def scored(self) -> tuple[Words, ...]:
        """All words that a match is ranked and marked by: free ones and those that are required."""
        return (*self.free, *_words_in(self.required))


def _words_in(nodes: tuple[Node, ...]) -> Iterator[Words]:
    for node in nodes:
        if isinstance(node, Words):
            yield node
        elif isinstance(node, AllOf | AnyOf):
            yield from _words_in(node.parts)
