"""Highlighting: which words of a text match the question, and the stretch of text that shows them best."""

import re
from collections.abc import Iterable

from search.embedded.analysis import folded_tokens, stem_tokens, word_parts, word_tokens
from search.engine import Highlighted
from search.languages import STOP_WORDS, analysed_language
from search.question.nodes import Question
from search.snippets import SCANNED_CHARACTERS, Span, best_start, cut, snippet_end
from search.words import CJK, WORD, fold, split_words


def marked_tokens(question: Question) -> frozenset[str]:
    """Return the tokens that are marked: of all words asked for and their synonyms, but of function words."""
    phrases = [phrase for words in question.scored for phrase in (words.words, *words.synonyms)]
    words = {part.lower() for phrase in phrases for word in phrase for part in split_words(word)}
    telling = {word for word in words if fold(word) not in STOP_WORDS} or words
    stems = {token for word in telling for language in question.languages for token in stem_tokens(word, language)}
    return frozenset(stems.union(*map(folded_tokens, telling)))


class Highlighter:
    """Marks the words that give one of the question's tokens."""

    def __init__(self, tokens: frozenset[str]) -> None:
        """Take the tokens; whether a word gives one is remembered, by language."""
        self._tokens = tokens
        self._verdicts: dict[str | None, dict[str, bool]] = {}

    def mark(self, text: str, language: str) -> Highlighted:
        """Return the whole text; its fragments joined are the text."""
        return cut(text, 0, len(text), self.spans(text, language))

    def snippet(self, texts: tuple[str, ...], language: str) -> Highlighted:
        """Return the stretch with the most matches in the first text that has any, else how the first text begins."""
        for text in texts:
            spans = self.spans(text[:SCANNED_CHARACTERS], language)
            if spans:
                start = best_start(text, spans)
                return cut(text, start, snippet_end(text, start), spans)
        opening = next(filter(None, texts), "")
        return cut(opening, 0, snippet_end(opening, 0), [])

    def spans(self, text: str, language: str) -> list[Span]:
        """Return where matching words begin and end, in order; what overlaps (two Chinese signs each) is joined."""
        if not self._tokens:
            return []
        analysed = analysed_language(language)
        verdicts = self._verdicts.setdefault(analysed, {})
        found: list[Span] = []
        for match in WORD.finditer(text):
            word = match.group()
            matches = verdicts.get(word)
            if matches is None:
                matches = verdicts[word] = self._matches(word, analysed)
            if matches:
                self._add(found, match, analysed)
        return found

    def _matches(self, word: str, language: str | None) -> bool:
        return not self._tokens.isdisjoint(word_tokens(word.lower(), language))

    def _add(self, found: list[Span], match: re.Match[str], language: str | None) -> None:
        word, offset = match.group(), match.start()
        for first, last in _parts(word):
            if self._matches(word[first:last], language):
                start, end = offset + first, offset + last
                joined = found.pop()[0] if found and start < found[-1][1] else start
                found.append((joined, end))


def _parts(word: str) -> Iterable[Span]:
    if word.isascii() or not CJK.search(word):
        return [(0, len(word))]
    return word_parts(word)
