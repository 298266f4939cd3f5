"""The states of a file, each with a sentence that says what it means and what to do."""

from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from library.files.reading.outcome import Ending, Unit


class FileState(models.TextChoices):
    """What became of reading a file."""

    WAITING = "waiting", _("Waiting")
    READ = Ending.READ.value, _("Read")
    PASSWORD = Ending.ENCRYPTED.value, _("Needs a password")
    NO_TEXT = Ending.NO_TEXT.value, _("No text")
    DAMAGED = Ending.DAMAGED.value, _("Damaged")
    TOO_LARGE = Ending.TOO_LARGE.value, _("Too large")
    UNSUPPORTED = Ending.UNSUPPORTED.value, _("Kind not supported")


class FileUnit(models.TextChoices):
    """What the places in a file are."""

    PAGE = Unit.PAGE.value, _("page")
    SLIDE = Unit.SLIDE.value, _("slide")
    SECTION = Unit.SECTION.value, _("section")
    SHEET = Unit.SHEET.value, _("sheet")
    SECOND = Unit.SECOND.value, _("second")
    PART = Unit.PART.value, _("part")


SENTENCES: Final[dict[FileState, Promise | str]] = {
    FileState.WAITING: _("It will be read in a moment; you need not wait for it."),
    FileState.READ: _("The search finds what is in it."),
    FileState.PASSWORD: _(
        "Only its title can be searched, because it needs a password. Save it without one, then replace the file."
    ),
    FileState.NO_TEXT: _(
        "Only its title can be searched: there is no text in it, perhaps because it was scanned. "
        "Let a program recognise the text (OCR), then replace the file."
    ),
    FileState.DAMAGED: _(
        "Only its title can be searched, because the file is damaged. "
        "Open it in the program it was made with, save it again, then replace the file."
    ),
    FileState.TOO_LARGE: _(
        "Only its title can be searched, because it takes too much time or memory to read. "
        "Split it or make its pictures smaller, then replace the file."
    ),
    FileState.UNSUPPORTED: _(
        "Only its title can be searched, because files of this kind are not read. "
        "Save it as PDF, then replace the file."
    ),
}
READ_IN_PART: Final = _("It is very long: the search finds what is in its beginning.")

# Icons of the CMS.
ICONS: Final[dict[FileState, str]] = {
    FileState.WAITING: "time",
    FileState.READ: "check",
    FileState.PASSWORD: "lock",
    FileState.NO_TEXT: "image",
    FileState.DAMAGED: "warning",
    FileState.TOO_LARGE: "warning",
    FileState.UNSUPPORTED: "warning",
}


def sentence_for(state: str, *, is_cut: bool = False) -> str:
    """Return what a state means and what to do about it."""
    if is_cut and state == FileState.READ:
        return str(READ_IN_PART)
    return str(SENTENCES[FileState(state)])
