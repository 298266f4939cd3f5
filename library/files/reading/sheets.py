"""XLSX by sheet: what its cells show, not how it is computed."""

import warnings
from typing import IO, Any, Final

from openpyxl import load_workbook

from library.files.reading.collecting import MOST_CHARACTERS, Collector

ROWS_PER_LOOK: Final = 500  # the clock is looked at now and then
MOST_ROWS: Final = 1_048_576  # of a sheet in Excel; a file may name a row far beyond, and all before it be made up


def read_xlsx(file: IO[bytes], collect: Collector) -> int:
    """Collect the rows of every sheet under its name; return how many sheets there are."""
    warnings.simplefilter("ignore")  # openpyxl warns of what it leaves out: pictures, validation, extensions
    workbook = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    for number, sheet in enumerate(workbook.worksheets, start=1):
        collect.look()
        text = _sheet_text(sheet, collect)
        if text:  # the name of an empty sheet is Sheet1
            collect.add(number, sheet.title, text)
    return len(workbook.sheetnames)


def _sheet_text(sheet: Any, collect: Collector) -> str:
    sheet.reset_dimensions()  # the size that a file claims is not believed: empty cells would be made up to it
    lines: list[str] = []
    length = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True)):
        if number % ROWS_PER_LOOK == 0:
            collect.tick()
        line = " · ".join(text for text in (str(value).strip() for value in row if value is not None) if text)
        if line:
            lines.append(line)
            length += len(line)
        if length > MOST_CHARACTERS or number > MOST_ROWS:
            break
    return "\n".join(lines)
