"""Files of the demo library, generated from text: PDF, DOCX and PPTX with real structure, the same bytes every time."""

from collections.abc import Callable, Iterable

from library.demo.manuscript import Manuscript, Section
from library.demo.writers.docx import write_docx
from library.demo.writers.pdf import write_pdf
from library.demo.writers.pptx import write_pptx

__all__ = ["CONTENT_TYPES", "Section", "generate_document"]

_OFFICE = "application/vnd.openxmlformats-officedocument"

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pptx": f"{_OFFICE}.presentationml.presentation",
}

_WRITERS: dict[str, Callable[[Manuscript], bytes]] = {"pdf": write_pdf, "docx": write_docx, "pptx": write_pptx}


def generate_document(
    file_format: str, *, title: str, organisation: str, language: str, sections: Iterable[Section]
) -> bytes:
    """Return a file of several pages, or one slide a section, as bytes.

    `file_format` is a key of `CONTENT_TYPES`, `organisation` a name to print, `language` an ISO 639-1 code.
    Right-to-left scripts are not laid out. Raises `ValueError` on an unknown format and on a text without sections.
    """
    manuscript = Manuscript(title, organisation, language, tuple(sections))
    if not manuscript.sections:
        raise ValueError(f"“{title}” has no sections: there is nothing to print.")
    try:
        writer = _WRITERS[file_format]
    except KeyError:
        known = ", ".join(sorted(_WRITERS))
        raise ValueError(f"“{file_format}” is not a format that can be generated; known are {known}.") from None
    return writer(manuscript)
