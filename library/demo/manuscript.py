"""What a generated file of the demo library is made of, before it has a format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

CREATOR = "Commonshelf demo library"
# One moment for every generated file: the same text gives the same bytes, on every day and machine.
WRITTEN_AT = datetime(2026, 1, 5, 9, 0, 0, tzinfo=UTC)

ACCENT = "1F6F78"  # a quiet teal, as RRGGBB: 5.9 to 1 on white, enough for headings
INK = "1D2B33"
MUTED = "5B6B73"

CONTENTS_HEADINGS = {
    "de": "Inhalt",
    "en": "Contents",
    "es": "Contenido",
    "fr": "Sommaire",
    "nl": "Inhoud",
    "pt": "Conteúdo",
}

_BULLET = "- "
_NUMBERED = re.compile(r"\d+\. ")


@dataclass(frozen=True)
class Block:
    """One paragraph or one item of a list, on one line."""

    text: str
    is_bullet: bool = False


@dataclass(frozen=True)
class Section:
    """A heading with its text; in a presentation it becomes one slide, and `notes` are what the speaker says."""

    heading: str
    text: str
    notes: str = ""

    def blocks(self) -> Iterator[Block]:
        """Cut the text at blank lines, items of a list ("- …") and numbered steps ("1. …")."""
        yield from _blocks(self.text)

    def spoken(self) -> Iterator[Block]:
        """Cut the speaker's notes in the same way."""
        yield from _blocks(self.notes)


@dataclass(frozen=True)
class Manuscript:
    """A titled text of an organisation in one language (ISO 639-1 code)."""

    title: str
    organisation: str
    language: str
    sections: tuple[Section, ...]

    @property
    def contents_heading(self) -> str:
        """The word for "Contents" in the language of the text, English where we have none."""
        return CONTENTS_HEADINGS.get(self.language, CONTENTS_HEADINGS["en"])


def _blocks(text: str) -> Iterator[Block]:
    paragraph: list[str] = []
    for line in [*text.splitlines(), ""]:
        stripped = line.strip()
        starts_own_block = stripped.startswith(_BULLET) or bool(_NUMBERED.match(stripped))
        if paragraph and (starts_own_block or not stripped):
            yield Block(" ".join(paragraph))
            paragraph = []
        if stripped.startswith(_BULLET):
            yield Block(stripped.removeprefix(_BULLET), is_bullet=True)
        elif starts_own_block:
            yield Block(stripped)
        elif stripped:
            paragraph.append(stripped)
