"""Highlighting: which words of a text match the question, and the stretch of text that shows them best."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from search.embedded.analysis import word_parts, word_tokens
from search.engine import Fragment, Highlighted
from search.languages import analysed_language
from search.words import WORD

SNIPPET_CHARACTERS = 200
SCANNED_CHARACTERS = 20_000  # of each text; a match further down shows the beginning instead
LEAD_CHARACTERS = 60  # of a snippet, before its first match

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Highlighter:
    """Marks the words that give one of the question's tokens, in texts of one language."""

    tokens: frozenset[str]
    language: str

    def mark(self, text: str) -> Highlighted:
        """Return the whole text; its fragments joined are the text."""
        return cut(text, 0, len(text), self.spans(text))

    def snippet(self, texts: tuple[str, ...]) -> Highlighted:
        """Return the stretch with the most matches in the first text that has any, else how the first text begins."""
        for text in texts:
            spans = self.spans(text[:SCANNED_CHARACTERS]) if self.tokens else []
            if spans:
                start = best_start(text, spans)
                return cut(text, start, snippet_end(text, start), spans)
        opening = next(filter(None, texts), "")
        return cut(opening, 0, snippet_end(opening, 0), [])

    def spans(self, text: str) -> list[Span]:
        """Return where matching words begin and end, in order; what overlaps (two Chinese signs each) is joined."""
        language = analysed_language(self.language)
        found: list[Span] = []
        for match in WORD.finditer(text):
            for start, end in _parts(match):
                if not self.tokens.isdisjoint(word_tokens(text[start:end].lower(), language)):
                    joined = found.pop()[0] if found and start < found[-1][1] else start
                    found.append((joined, end))
        return found


def _parts(match: re.Match[str]) -> Iterable[Span]:
    word, start = match.group(), match.start()
    if word.isascii():  # most words: spared the search for Chinese signs
        return [match.span()]
    return [(start + first, start + last) for first, last in word_parts(word)]


def cut(text: str, start: int, end: int, spans: list[Span]) -> Highlighted:
    """Return ``text[start:end]`` as fragments, of which the spans are marked."""
    inside = [(max(a, start), min(b, end)) for a, b in spans if a < end and b > start]
    borders = [start, *(border for span in inside for border in span), end]
    fragments = (Fragment(text[a:b], marked=place % 2 == 1) for place, (a, b) in enumerate(pairwise(borders)))
    return tuple(fragment for fragment in fragments if fragment.text)


def best_start(text: str, spans: list[Span]) -> int:
    """Return where to begin, at a word, so that as many matches as possible stand within a snippet."""
    room = SNIPPET_CHARACTERS - LEAD_CHARACTERS
    counts = [sum(1 for a, _ in spans[n : n + 20] if a < first + room) for n, (first, _) in enumerate(spans)]
    first, _ = spans[counts.index(max(counts))]
    if first <= LEAD_CHARACTERS:
        return 0
    sentence = max(text.rfind(sign, first - LEAD_CHARACTERS, first) for sign in (". ", "? ", "! ", "\n"))
    space = text.find(" ", first - LEAD_CHARACTERS, first)
    border = sentence + 1 if sentence >= 0 else space
    return first if border < 0 else border + (text[border] == " ")


def snippet_end(text: str, start: int) -> int:
    """Return the end of the last whole word within the length of a snippet."""
    limit = start + SNIPPET_CHARACTERS
    if len(text) <= limit + LEAD_CHARACTERS:  # a remnant shorter than a line is not worth cutting off
        return len(text)
    space = text.rfind(" ", start + SNIPPET_CHARACTERS // 2, limit)
    return space if space > 0 else limit
