"""Reading rows from JSONL or CSV, one at a time: a bad row becomes a row that says why, never an exception.

Memory stays below a few megabytes whatever the file: a line is read up to ``MAX_LINE`` bytes, the rest skipped.
"""

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

from library.exchange.record import Reason, RecordRefusedError, Row

MAX_LINE = 1_000_000  # bytes; the longest line of the catalogues we know has 11,000
REQUIRED_COLUMNS = ("id", "title")
LIST_FIELDS = (
    "type",
    "topics",
    "keywords",
    "countries",
    "countries_unresolved",
    "regions",
    "sub_regions",
    "languages",
    "provider",
    "authors",
    "audience",
    "level",
)
TEXT_FIELDS = ("id", "set", "title", "description", "date", "url", "licence")

Progress = Callable[[int], None]


def read_rows(path: Path, progress: Progress = lambda position: None) -> Iterator[Row]:
    """Yield the rows of a file: CSV where its name ends so, else one JSON object per line.

    ``progress`` is called with the position in bytes. Raises ``OSError`` where the file cannot be opened.
    """
    with path.open("rb") as file:
        lines = _lines(file, progress)
        yield from _csv_rows(lines) if path.suffix.lower() == ".csv" else _json_rows(lines)


def _lines(file: IO[bytes], progress: Progress) -> Iterator[tuple[int, bytes | None]]:
    """Yield ``(number, line)``; None stands for a line that is too long. A byte order mark is taken off."""
    number, position = 0, 0
    while line := file.readline(MAX_LINE + 1):
        number, position = number + 1, position + len(line)
        too_long = len(line) > MAX_LINE
        while too_long and not line.endswith(b"\n") and (line := file.readline(MAX_LINE)):
            position += len(line)
        progress(position)
        yield number, None if too_long else (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)


def _json_rows(lines: Iterator[tuple[int, bytes | None]]) -> Iterator[Row]:
    for number, line in lines:
        if line is None or line.strip():
            try:
                yield Row(number, fields=_parse_json(line))
            except RecordRefusedError as refusal:
                yield Row(number, unreadable=refusal.note)


def _parse_json(line: bytes | None) -> dict[str, Any]:
    try:
        value = json.loads(_decode(line))
    except (ValueError, RecursionError) as error:  # brackets nested a hundred thousand deep are a RecursionError
        raise RecordRefusedError(Reason.NOT_JSON, str(error)) from error
    if not isinstance(value, dict):
        raise RecordRefusedError(Reason.NOT_OBJECT)
    return value


def _decode(line: bytes | None) -> str:
    if line is None:
        raise RecordRefusedError(Reason.LINE_TOO_LONG)
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordRefusedError(Reason.NOT_UTF8) from error


def _csv_rows(lines: Iterator[tuple[int, bytes | None]]) -> Iterator[Row]:
    """Yield rows by the columns of the first line. What is not UTF-8 is carried along until its row is known."""
    csv.field_size_limit(MAX_LINE)
    texts = ((line or b"\0").decode("utf-8", "surrogateescape") for _number, line in lines)
    reader = csv.reader(texts, strict=True)
    columns: list[str] | None = None
    while True:
        start = reader.line_num + 1
        try:
            cells = next(reader)
            if columns is None:
                columns = _columns(cells)
            elif cells:
                yield Row(start, fields=_csv_fields(columns, cells))
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(start, unreadable=RecordRefusedError(Reason.NOT_CSV, str(error)).note)
        except RecordRefusedError as refusal:
            yield Row(start, unreadable=refusal.note)
            if columns is None:
                return


def _columns(cells: list[str]) -> list[str]:
    columns = [cell.strip() for cell in cells]
    if missing := [name for name in REQUIRED_COLUMNS if name not in columns]:
        raise RecordRefusedError(Reason.COLUMN_MISSING, ", ".join(missing))
    return columns


def _csv_fields(columns: list[str], cells: list[str]) -> dict[str, Any]:
    """Return one row's fields; lists are separated by semicolons. Missing cells at the end are empty ones."""
    if cells == ["\0"]:
        raise RecordRefusedError(Reason.LINE_TOO_LONG)
    if len(cells) > len(columns):
        raise RecordRefusedError(Reason.CELLS)
    if any("\udc80" <= character <= "\udcff" for cell in cells for character in cell):
        raise RecordRefusedError(Reason.NOT_UTF8)
    return {
        column: [part.strip() for part in cell.split(";")] if column in LIST_FIELDS else cell
        for column, cell in zip(columns, cells, strict=False)
        if cell.strip()
    }
