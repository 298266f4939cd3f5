"""Snippets: the stretch of a text that shows its matches best, cut into fragments; the same for both engines."""

from itertools import pairwise

from search.engine import Fragment, Highlighted

SNIPPET_CHARACTERS = 200
SCANNED_CHARACTERS = 20_000  # of each text; a match further down shows the beginning instead
LEAD_CHARACTERS = 60  # of a snippet, before its first match

Span = tuple[int, int]


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
