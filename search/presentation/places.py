"""Places inside files: which file, where in it, what it says there, and the address that opens it there."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from library.languages import text_direction
from search.document import Passage
from search.engine import FoundPassage, Highlighted

NUMBERED = {
    "page": gettext_noop("page %(number)s"),
    "slide": gettext_noop("slide %(number)s"),
    "section": gettext_noop("section %(number)s"),
    "sheet": gettext_noop("sheet %(number)s"),
    "part": gettext_noop("part %(number)s"),
}
NAMED = {
    "section": gettext_noop("section “%(name)s”"),
    "sheet": gettext_noop("sheet “%(name)s”"),
}
ANCHORS = {"page": "page", "second": "t"}  # what browsers' readers of PDF and players of media understand


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place in a file: ``Consent form.pdf``, ``page 12``; the sentence keeps the language of the file."""

    file: int
    name: str
    where: str
    url: str
    sentence: Highlighted
    language: str
    direction: str


def place_view(found: FoundPassage, language: str) -> PlaceView:
    """Return a place in the reader's words; ``language`` is the resource's, for files that state none."""
    passage = found.passage
    spoken = passage.language or language
    return PlaceView(
        passage.file,
        passage.name,
        where(passage),
        address(passage),
        found.sentence,
        spoken,
        text_direction(spoken),
    )


def where(passage: Passage) -> str:
    """Return where in its file a passage stands, such as ``slide 4`` or ``1:23``; nothing for units unknown here."""
    if passage.unit == "second":
        return clock(passage.place)
    if passage.label and passage.unit in NAMED:
        return _(NAMED[passage.unit]) % {"name": passage.label}
    return _(NUMBERED[passage.unit]) % {"number": passage.place} if passage.unit in NUMBERED else ""


def clock(seconds: int) -> str:
    """Return a time in a recording as players show it: ``1:23``, ``1:02:05``."""
    minutes, second = divmod(seconds, 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def address(passage: Passage) -> str:
    """Return the address that opens a file at a passage, or at its beginning where browsers know no better."""
    anchor = ANCHORS.get(passage.unit)
    return f"{passage.url}#{anchor}={passage.place}" if anchor else passage.url
