"""The properties of office files and PDF, read without reading the rest of the file."""

import re
from typing import IO, Any, Final
from zipfile import ZipFile

from lxml import etree
from pypdfium2 import raw as pdfium

from library.files.reading.about import About
from library.files.reading.pdf import open_pdf

raw: Final[Any] = pdfium  # its functions are made when it is imported, and unknown before
CORE: Final = "docProps/core.xml"
LARGEST: Final = 256 * 1024  # bytes of properties; usual are 1,000
DUBLIN, TERMS = "{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}"
RIGHTS_ADDRESS: Final = re.compile(  # in XMP, which stands in the file as it is: the address of the licence
    rb"(?:WebStatement|cc:license|dc:rights)[^h]{0,200}(https?://[\x21-\x7e]{1,200}?)[\"'<\s]"
)
LONGEST_LANGUAGE: Final = 40


def about_office(file: IO[bytes]) -> About:
    """Return the properties of DOCX, PPTX or XLSX; the date is that of the last change, as templates are old."""
    with ZipFile(file) as archive, archive.open(CORE) as core:
        root = etree.fromstring(core.read(LARGEST), etree.XMLParser(resolve_entities=False, no_network=True))
    return About.of(
        {
            "title": _text(root, f"{DUBLIN}title"),
            "summary": _text(root, f"{DUBLIN}description"),
            "language": _text(root, f"{DUBLIN}language"),
            "date": _text(root, f"{TERMS}modified") or _text(root, f"{TERMS}created"),
            "people": [_text(root, f"{DUBLIN}creator")],
            "licences": [_text(root, f"{DUBLIN}rights")],
        }
    )


def _text(root: Any, tag: str) -> str:
    return str(root.findtext(tag) or "")


def about_pdf(file: IO[bytes]) -> About:
    """Return the properties of a PDF, its language and the address of its licence."""
    document = open_pdf(file)
    said = document.get_metadata_dict()
    file.seek(0)
    addresses = [found[1].decode("ascii") for found in RIGHTS_ADDRESS.finditer(file.read())]
    return About.of(
        {
            "title": said["Title"],
            "summary": said["Subject"],
            "language": _language(document),
            "date": said["CreationDate"],
            "people": [said["Author"]],
            "licences": addresses,
        }
    )


def _language(document: Any) -> str:
    """Return the language of the whole document, which pdfium writes as UTF-16 with a nought at its end."""
    buffer = (raw.FPDF_WCHAR * LONGEST_LANGUAGE)()
    length = raw.FPDFCatalog_GetLanguage(document, buffer, LONGEST_LANGUAGE)
    return "".join(map(chr, buffer[: max(0, min(length, LONGEST_LANGUAGE) - 1)]))
