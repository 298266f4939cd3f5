"""Plain text and tables of text, in parts."""

import csv
import io
from typing import IO

from library.files.reading.collecting import Collector
from library.files.reading.decoding import read_text
from library.files.reading.splitting import PIECE


def read_plain(file: IO[bytes], collect: Collector) -> int:
    """Collect the paragraphs of a text, several to a part; return how many parts there are."""
    parts = Parts(collect)
    for line in read_text(file).splitlines():
        parts.add(line)
    return parts.end()


def read_csv(file: IO[bytes], collect: Collector) -> int:
    """Collect the rows of a table, several to a part; return how many parts there are."""
    text = read_text(file)
    parts = Parts(collect)
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))  # of the whole process: never less than it was
    try:
        for row in csv.reader(io.StringIO(text, newline=""), _dialect(text)):
            parts.add(" · ".join(cell.strip() for cell in row if cell.strip()))
    except csv.Error:
        parts.add("")  # what comes after a row that is none is not read
    return parts.end()


def _dialect(text: str) -> type[csv.Dialect]:
    try:
        return csv.Sniffer().sniff(text[:PIECE], delimiters=",;\t|")
    except csv.Error:
        return csv.excel


class Parts:
    """Gathers lines until they make a passage."""

    def __init__(self, collect: Collector) -> None:
        """Begin with nothing."""
        self._collect = collect
        self._number = 0
        self._lines: list[str] = []
        self._length = 0

    def add(self, line: str) -> None:
        """Add a line; one that would make the part too long begins the next."""
        if self._length and self._length + len(line) > PIECE:
            self.end()
        self._lines.append(line)
        self._length += len(line) + 1

    def end(self) -> int:
        """Hand on what is there; return how many parts there were."""
        text = "\n".join(self._lines)
        self._lines, self._length = [], 0
        if text.strip():
            self._number += 1
            self._collect.look()
            self._collect.add(self._number, "", text)
        return self._number
