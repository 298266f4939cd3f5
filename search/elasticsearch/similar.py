"""Marking words that are like those of a question: seldom needed, so not asked of the server for every page."""

from collections.abc import Callable, Iterator

from rapidfuzz.distance import OSA

from search.document import ResourceDocument
from search.engine import Highlighted
from search.languages import STOP_WORDS, edits_allowed
from search.snippets import SCANNED_CHARACTERS, best_start, cut, snippet_end
from search.words import WORD, fold

Resembles = Callable[[str], bool]


def resemblance(words: list[str]) -> Resembles:
    """Return a test of words: as many letters may be wrong as the index forgives (``clauses.resembling``)."""
    asked = [(fold(word), edits_allowed(fold(word))) for word in words]
    known: dict[str, bool] = {}

    def resembles(word: str) -> bool:
        folded = fold(word)
        if folded not in known:
            alike = any(OSA.distance(mine, folded, score_cutoff=edits) <= edits for mine, edits in asked)
            known[folded] = alike and folded not in STOP_WORDS
        return known[folded]

    return resembles


def _spans(text: str, resembles: Resembles) -> Iterator[tuple[int, int]]:
    return (match.span() for match in WORD.finditer(text) if resembles(match.group()))


def mark_title(document: ResourceDocument, resembles: Resembles) -> Highlighted:
    """Return the whole title with the words that resemble."""
    return cut(document.title, 0, len(document.title), list(_spans(document.title, resembles)))


def mark_snippet(document: ResourceDocument, resembles: Resembles) -> Highlighted | None:
    """Return the best stretch of the first text with a word that resembles, or ``None``."""
    for text in (document.summary, document.body, document.parts):
        if spans := list(_spans(text[:SCANNED_CHARACTERS], resembles)):
            start = best_start(text, spans)
            return cut(text, start, snippet_end(text, start), spans)
    return None
