"""PDF by page, and a picture of its first page."""

import math
from typing import IO, Final

from pypdfium2 import PdfDocument, PdfiumError

from library.files.reading.collecting import MOST_CHARACTERS, Collector
from library.files.reading.outcome import Damaged, NeedsPassword
from library.files.reading.picture import HEIGHT, WIDTH, to_webp

WRONG_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD of fpdfview.h
ENCRYPTED: Final = b"/Encrypt"  # in the trailer, which itself never is
MOST_STRETCHED: Final = 4  # times longer than wide, or wider than long: a roll or a ruler makes no picture


def read_pdf(file: IO[bytes], collect: Collector) -> int:
    """Collect the text of every page; return how many there are."""
    document = open_pdf(file)
    pages = len(document)
    failures = 0
    for number in range(pages):
        collect.look()
        try:
            text = _page_text(document, number)
        except PdfiumError:
            failures += 1  # one broken page among others; the others are worth reading
            continue
        collect.add(number + 1, "", text)
    if not pages or failures == pages:
        raise Damaged
    return pages


def open_pdf(file: IO[bytes]) -> PdfDocument:
    """Return a document; raises ``NeedsPassword`` or ``Damaged``."""
    data = file.read()
    try:
        return PdfDocument(data)
    except PdfiumError as error:
        if error.err_code == WRONG_PASSWORD and ENCRYPTED in data:  # the code may be that of an earlier file
            raise NeedsPassword from error
        raise Damaged from error


def _page_text(document: PdfDocument, number: int) -> str:
    page = document[number]
    text_page = page.get_textpage()
    try:
        count = min(text_page.count_chars(), MOST_CHARACTERS + 1)
        return str(text_page.get_text_range(0, count)) if count > 0 else ""
    finally:
        text_page.close()
        page.close()


def picture_of_pdf(file: IO[bytes]) -> bytes:
    """Return the first page as WebP, or nothing where it has no sensible shape; whatever its size, few pixels."""
    page = open_pdf(file)[0]
    width, height = page.get_size()
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        return b""
    if max(width, height) > MOST_STRETCHED * min(width, height):
        return b""
    bitmap = page.render(scale=min(WIDTH / width, HEIGHT / height), may_draw_forms=False)
    return to_webp(bitmap.to_pil())
