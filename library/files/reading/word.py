"""DOCX by heading, with tables, text boxes and content controls."""

from typing import IO, Any, Final

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from library.files.reading.collecting import Collector
from library.files.reading.outcome import Damaged
from library.files.reading.sections import Sections

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
PARAGRAPH, TEXT = f"{WORD}p", f"{WORD}t"
BLANKS: Final = (f"{WORD}tab", f"{WORD}br", f"{WORD}cr")
HEADINGS: Final = ("heading", "title")


def read_docx(file: IO[bytes], collect: Collector) -> int:
    """Collect the text below every heading; return how many sections there are."""
    try:
        document = Document(file)
    except (PackageNotFoundError, ValueError) as error:
        raise Damaged from error
    headings = _heading_styles(document)
    sections = Sections(collect)
    for paragraph in document.element.body.iter(PARAGRAPH):
        if next(paragraph.iterancestors(FALLBACK), None) is not None:
            continue  # what older programs show instead of the same thing
        text = _text(paragraph)
        if paragraph.style in headings and text.strip():
            sections.begin(text)
        else:
            sections.add(text)
    return sections.end()


def _heading_styles(document: Any) -> set[str]:
    """Return the ids of the styles that make a heading: those named so in English, whatever the program shows."""
    styles = document.styles
    return {style.style_id for style in styles if (style.name or "").lower().startswith(HEADINGS)}


def _text(paragraph: Any) -> str:
    """Return what stands in a paragraph itself; a text box in it holds paragraphs of its own."""
    pieces = []
    for piece in paragraph.iter(TEXT, *BLANKS):
        if next(piece.iterancestors(PARAGRAPH)) is paragraph:
            pieces.append(_written(piece) if piece.tag == TEXT else " ")
    return "".join(pieces)


def _written(piece: Any) -> str:
    """Return what is written, without the entities that a hostile file has put in between."""
    return "".join([piece.text or "", *(child.tail or "" for child in piece)])
