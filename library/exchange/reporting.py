"""The report of an import: a CSV row for each record that was changed or refused, and the sums at the end."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import IO, Literal

from library.exchange.record import Note, Reason
from library.exchange.spreadsheets import as_text

COLUMNS = ("line", "identifier", "title", "outcome", "reason")
Outcome = Literal["changed", "refused"]


@dataclass(slots=True)
class Counts:
    """What an import did, in numbers; ``reasons`` counts how often each reason was noted."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    noted: int = 0
    organisations: int = 0
    topics: int = 0
    audiences: int = 0
    licences: int = 0
    reasons: Counter[Reason] = field(default_factory=Counter)


class Report:
    """Counts, and writes rows to a file where there is one; rows are written as they come, so memory stays flat."""

    def __init__(self, file: IO[str] | None = None) -> None:
        self.counts = Counts()
        self._writer = csv.writer(file) if file else None
        if self._writer:
            self._writer.writerow(COLUMNS)

    def changed(self, line: int, identifier: str, title: str, notes: Sequence[Note]) -> None:
        """Note what was guessed, cut or dropped; several reasons share a row, separated by " | "."""
        if notes:
            self.counts.noted += 1
            self._write(line, identifier, title, "changed", notes)

    def refused(self, line: int, identifier: str, title: str, note: Note) -> None:
        """Note that a record did not go in."""
        self.counts.refused += 1
        self._write(line, identifier, title, "refused", [note])

    def _write(self, line: int, identifier: str, title: str, outcome: Outcome, notes: Sequence[Note]) -> None:
        self.counts.reasons.update({note.reason for note in notes})
        if self._writer:
            reason = " | ".join(str(note) for note in notes)
            self._writer.writerow([line, *map(_cell, (identifier, title)), outcome, _cell(reason)])


def _cell(text: str) -> str:
    """Keep a spreadsheet from taking a text of the source for a formula, and a cell in one line."""
    return as_text(" ".join(text.encode("utf-8", "replace").decode("utf-8").replace("\0", "").split())[:1_000])
