"""Passages on their way out: cleaned, split, counted, and stopped when there are enough."""

import time
from collections.abc import Callable
from typing import Final

from library.files.reading.cleaning import clean_text
from library.files.reading.outcome import Enough, FoundPassage
from library.files.reading.splitting import split_text

MOST_PASSAGES: Final = 2_000
MOST_CHARACTERS: Final = 2_000_000  # of a file; a novel has 500,000
MOST_PLACES: Final = 20_000  # pages, slides, sheets, cues that are looked at
LONGEST_LABEL: Final = 255
LAST_PLACE: Final = 2**31 - 1  # what the database can hold


class Collector:
    """Takes what a reader finds and hands each passage on; raises ``Enough`` at a limit."""

    def __init__(self, emit: Callable[[FoundPassage], None], seconds: float = float("inf")) -> None:
        """Hand passages to ``emit``; take none that is found later than ``seconds`` from now."""
        self._emit = emit
        self._deadline = time.monotonic() + seconds
        self._passages = 0
        self._characters = 0
        self._looks = 0

    def look(self) -> None:
        """Count a place that is looked at, whether or not something is there; a reader calls it for each."""
        self._looks += 1
        if self._looks > MOST_PLACES:
            raise Enough
        self.tick()

    def tick(self) -> None:
        """Raise ``Enough`` when the time for reading is over."""
        if time.monotonic() > self._deadline:
            raise Enough

    def add(self, place: int, label: str, text: str) -> None:
        """Take the text of a place; a heading with nothing below it is a text itself."""
        label = clean_text(label[: 4 * LONGEST_LABEL])[:LONGEST_LABEL]
        room = MOST_CHARACTERS - self._characters
        for piece in split_text(clean_text(text[: room + 1]) or label):
            if self._passages >= MOST_PASSAGES or self._characters + len(piece) > MOST_CHARACTERS:
                raise Enough
            self._passages += 1
            self._characters += len(piece)
            self._emit(FoundPassage(min(max(place, 0), LAST_PLACE), label, piece))
        if len(text) > room:
            raise Enough
