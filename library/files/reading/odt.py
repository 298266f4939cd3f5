"""OpenDocument text by heading."""

from typing import IO, Any, Final
from zipfile import ZipFile

from lxml import etree

from library.files.reading.collecting import Collector
from library.files.reading.outcome import NeedsPassword
from library.files.reading.sections import Sections

OPEN: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
HEADING, PARAGRAPH = f"{OPEN}h", f"{OPEN}p"
BLANKS: Final = frozenset({f"{OPEN}s", f"{OPEN}tab", f"{OPEN}line-break"})


def read_odt(file: IO[bytes], collect: Collector) -> int:
    """Collect the text below every heading; return how many sections there are."""
    sections = Sections(collect)
    with ZipFile(file) as archive:
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise NeedsPassword
        with archive.open("content.xml") as content:
            for _event, element in etree.iterparse(
                content, tag=(HEADING, PARAGRAPH), resolve_entities=False, no_network=True, load_dtd=False
            ):
                _add(sections, element)
    return sections.end()


def _add(sections: Sections, element: Any) -> None:
    text = "".join(_pieces(element))
    if element.tag == HEADING and text.strip():
        sections.begin(text)
    else:
        sections.add(text)
    element.clear(keep_tail=True)


def _pieces(element: Any) -> list[str]:
    pieces = []
    for part in element.iter(etree.Element):
        if part.tag in BLANKS:
            pieces.append(" ")
        pieces.append(part.text or "")
        if part is not element:
            pieces.append(part.tail or "")
    return pieces
