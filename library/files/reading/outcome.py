"""What comes of reading a file."""

from dataclasses import dataclass
from enum import StrEnum

from library.files.reading.about import About


class Ending(StrEnum):
    """How reading ended; the same words as the states of a file, without the one before it."""

    READ = "read"
    ENCRYPTED = "password"
    NO_TEXT = "no_text"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    UNSUPPORTED = "unsupported"


class Unit(StrEnum):
    """What the places of a file are."""

    PAGE = "page"
    SLIDE = "slide"
    SECTION = "section"
    SHEET = "sheet"
    SECOND = "second"
    PART = "part"


class NeedsPassword(Exception):
    """The file is encrypted, and an empty password does not open it."""


class Damaged(Exception):
    """The file is not built as its kind is; nothing useful can be read."""


class Enough(Exception):
    """A limit is reached; what was read so far counts, the rest is left out."""


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A piece of text and where it stands: a number counted from 1 (seconds from 0), and a heading or a name."""

    place: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is known of a file after it was read."""

    ending: Ending
    unit: str = ""
    places: int | None = None
    passages: tuple[FoundPassage, ...] = ()
    is_cut: bool = False
    picture: bytes = b""  # WebP, of the first page
    about: About | None = None  # what it says of itself, where that was asked for
    refusal: str = ""  # words of the check of the upload, where that refused it
    seconds: float = 0.0
    peak_mib: float = 0.0

    @property
    def words(self) -> int:
        """How many words were read."""
        return sum(len(passage.text.split()) for passage in self.passages)
