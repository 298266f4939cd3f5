"""Reading whatever lies in a directory, for a look at what an upload would make of it."""

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _g

from library.files.read_upload import read_upload
from library.files.reading.outcome import Ending, Reading
from library.files.states import sentence_for


@dataclass(frozen=True, slots=True)
class FileReport:
    """What came of reading one file."""

    file: str  # its path in the directory; bytes that are no letters are written as ``\\xff``
    state: str
    message: str
    words: int
    passages: int
    seconds: float
    peak_mib: float


def read_directory(directory: Path) -> Iterator[FileReport]:
    """Yield a report of each file in a directory and below it; links to directories are not followed."""
    for folder, folders, names in os.walk(directory):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            yield _report(_printable(path.relative_to(directory)), _read(path))


def _printable(path: Path) -> str:
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _report(name: str, reading: Reading) -> FileReport:
    return FileReport(
        file=name,
        state=reading.ending.value,
        message=reading.refusal or sentence_for(reading.ending, is_cut=reading.is_cut),
        words=reading.words,
        passages=len(reading.passages),
        seconds=round(reading.seconds, 3),
        peak_mib=round(reading.peak_mib, 1),
    )


def _read(path: Path) -> Reading:
    """Read a file; what is no file, or may not be opened, is not waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(handle, "rb") as file:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                return Reading(Ending.UNSUPPORTED, refusal=_g("This is not a file."))
            return read_upload(file, path.suffix[1:])
    except OSError as error:
        words = _g("This file cannot be opened: %(reason)s.") % {"reason": error.strerror}
        return Reading(Ending.DAMAGED, refusal=words)
