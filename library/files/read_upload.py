"""Reading a file the way an upload is read: checked, then read in a process of its own."""

import tempfile
from typing import IO, Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _g

from library.files.confined import read_confined
from library.files.contents import check_contents
from library.files.reading.outcome import Ending, Reading

CHUNK: Final = 1024 * 1024


def read_upload(file: IO[bytes], extension: str, *, describes: bool = False) -> Reading:
    """Return what is in a file, or why it is not read; never raises because of what the file is.

    With ``describes`` also what it says of itself, but no picture of it.
    """
    try:
        _check(file, extension.lower())
    except ValidationError as refused:
        return Reading(Ending(refused.code or Ending.UNSUPPORTED), refusal=" ".join(refused.messages))
    if _has_handle(file):
        return read_confined(file, extension.lower(), describes=describes)
    with tempfile.TemporaryFile() as copy:
        _copy(file, copy)
        return read_confined(copy, extension.lower(), describes=describes)


def _check(file: IO[bytes], extension: str) -> None:
    if extension not in settings.WAGTAILDOCS_EXTENSIONS:
        raise ValidationError(_g("Files of this kind are not read."), Ending.UNSUPPORTED)
    most: int = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    if file.seek(0, 2) > most:
        words = _g("This file is larger than %(most)s.") % {"most": filesizeformat(most)}
        raise ValidationError(words, Ending.TOO_LARGE)
    check_contents(file, extension)


def _has_handle(file: Any) -> bool:
    """Tell whether the operating system knows the file; one in memory or in another store is copied."""
    try:
        file.fileno()
    except (AttributeError, OSError):
        return False
    return True


def _copy(file: IO[bytes], copy: IO[bytes]) -> None:
    file.seek(0)
    while chunk := file.read(CHUNK):
        copy.write(chunk)
    copy.flush()
