"""Which reader reads which kind of file, and what its places are; a reader is imported when it is needed."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import IO, Any, Final

from library.files.reading.collecting import Collector
from library.files.reading.outcome import Unit

type Reader = Callable[[IO[bytes], Collector], int]
type Painter = Callable[[IO[bytes]], bytes]

HERE: Final = "library.files.reading"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: what its places are, who reads it and who makes a picture of it."""

    unit: Unit
    reader: str
    painter: str = ""

    def load_reader(self) -> Reader:
        """Return what reads it."""
        found: Reader = _load(self.reader)
        return found

    def load_painter(self) -> Painter | None:
        """Return what makes a picture of it, if anything does."""
        found: Painter | None = _load(self.painter) if self.painter else None
        return found


def _load(name: str) -> Any:
    module, function = name.split(":")
    return getattr(import_module(f"{HERE}.{module}"), function)


KINDS: Final = {
    "csv": Kind(Unit.PART, "plain:read_csv"),
    "docx": Kind(Unit.SECTION, "word:read_docx", "picture:stored_preview"),
    "html": Kind(Unit.SECTION, "web:read_html"),
    "md": Kind(Unit.SECTION, "web:read_markdown"),
    "odt": Kind(Unit.SECTION, "odt:read_odt"),
    "pdf": Kind(Unit.PAGE, "pdf:read_pdf", "pdf:picture_of_pdf"),
    "pptx": Kind(Unit.SLIDE, "slides:read_pptx", "picture:stored_preview"),
    "srt": Kind(Unit.SECOND, "captions:read_captions"),
    "txt": Kind(Unit.PART, "plain:read_plain"),
    "vtt": Kind(Unit.SECOND, "captions:read_captions"),
    "xlsx": Kind(Unit.SHEET, "sheets:read_xlsx"),
}
