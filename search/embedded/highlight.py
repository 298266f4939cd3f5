"""Highlighting: which words of a text match the question, and the stretch of text that shows them best."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from search.embedded.analysis import word_parts, word_tokens
from search.engine import Highlighted
from search.languages import analysed_language
from search.snippets import SCANNED_CHARACTERS, Span, best_start, cut, snippet_end
from search.words import WORD


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
