"""Long texts in pieces that end where a sentence does."""

import re
from collections.abc import Iterator
from typing import Final

PIECE: Final = 2_000  # characters; about 320 words of English, a page of a report has 2,500
SHORTEST: Final = 1_200  # characters; a sentence that ends before is not taken as the end of a piece

_SENTENCE_END: Final = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*(?=\s)|[。！？]")


def split_text(text: str) -> Iterator[str]:
    """Yield pieces of at most ``PIECE`` characters, cut at the end of a sentence, of a word, or anywhere."""
    start = 0
    while len(text) - start > PIECE:
        end = _cut(text, start)
        yield text[start:end].strip()
        start = end
    rest = text[start:].strip()
    if rest:
        yield rest


def _cut(text: str, start: int) -> int:
    ends = [found.end() for found in _SENTENCE_END.finditer(text, start + SHORTEST, start + PIECE)]
    if ends:
        return ends[-1]
    blank = text.rfind(" ", start + SHORTEST, start + PIECE)
    return blank if blank > 0 else start + PIECE
