"""Text files in whatever encoding they were saved."""

import codecs
import re
from typing import IO, Final

from library.files.reading.collecting import MOST_CHARACTERS

MOST_BYTES: Final = 4 * MOST_CHARACTERS  # a letter takes four bytes at most
MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{1,40})", re.IGNORECASE)


def read_text(file: IO[bytes], most: int = MOST_BYTES) -> str:
    """Return the beginning of a text file: by its byte order mark, as UTF-8, else as Windows writes Western text."""
    data = file.read(most + 1)
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        # Not at its end: the last letter may be cut in the middle.
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return data.decode(_declared(data), "replace")


def _declared(data: bytes) -> str:
    """Return the encoding that a web page names in its head, or the one of old Windows programs."""
    found = _CHARSET.search(data[:2048])
    try:
        name = codecs.lookup(found[1].decode("ascii")).name if found else "cp1252"
    except LookupError:
        return "cp1252"
    return name if codecs.lookup(name)._is_text_encoding else "cp1252"
