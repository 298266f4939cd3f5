"""Which reader reads which kind of file, and what its places are; a reader is imported when it is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any, Final

from library.files.reading.about import About
from library.files.reading.collecting import Collector
from library.files.reading.outcome import Unit

type Reader = Callable[[IO[bytes], Collector], int]
type Painter = Callable[[IO[bytes]], bytes]
type Describer = Callable[[IO[bytes]], About]

HERE: Final = "library.files.reading"
OFFICE: Final = "properties:about_office"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what its places are, who reads it, makes a picture of it, and finds what it says of itself."""

    unit: Unit
    reader: str
    painter: str = ""
    describer: str = ""

    def load_reader(self) -> Reader:
        """Return what reads it."""
        found: Reader = _load(self.reader)
        return found

    def load_painter(self) -> Painter | None:
        """Return what makes a picture of it, if anything does."""
        found: Painter | None = _load(self.painter) if self.painter else None
        return found

    def load_describer(self) -> Describer | None:
        """Return what finds its properties, if it has any."""
        found: Describer | None = _load(self.describer) if self.describer else None
        return found


def _load(name: str) -> Any:
    module, function = name.split(":")
    return getattr(import_module(f"{HERE}.{module}"), function)


KINDS: Final = {
    "csv": Kind(Unit.PART, "plain:read_csv"),
    "docx": Kind(Unit.SECTION, "word:read_docx", "picture:stored_preview", OFFICE),
    "html": Kind(Unit.SECTION, "web:read_html", "", "head:about_html"),
    "md": Kind(Unit.SECTION, "web:read_markdown"),
    "odt": Kind(Unit.SECTION, "odt:read_odt"),
    "pdf": Kind(Unit.PAGE, "pdf:read_pdf", "pdf:picture_of_pdf", "properties:about_pdf"),
    "pptx": Kind(Unit.SLIDE, "slides:read_pptx", "picture:stored_preview", OFFICE),
    "srt": Kind(Unit.SECOND, "captions:read_captions"),
    "txt": Kind(Unit.PART, "plain:read_plain"),
    "vtt": Kind(Unit.SECOND, "captions:read_captions"),
    "xlsx": Kind(Unit.SHEET, "sheets:read_xlsx", "", OFFICE),
}
