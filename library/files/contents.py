"""Is a file what its name says? Looked at before it is kept, by its first bytes, its members or its characters.

Reading what is inside belongs to the worker; here only what takes milliseconds, with limits on everything that the
file itself could make large. The code of a refusal is the state that a file has which is refused like that.
"""

import re
import zipfile
from typing import IO, Final

import filetype
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g

from library.files.reading.outcome import Ending

HEAD: Final = 8192  # bytes; filetype looks at 261, a PDF header may stand within the first 1,024
MOST_MEMBERS: Final = 10_000  # of an office file; a book of 2,000 slides has about 8,000
MOST_UNPACKED: Final = 2 * 1024**3  # bytes; a file of 50 MB with pictures unpacks to less than 200 MB
MOST_DIRECTORY: Final = 4 * 1024 * 1024  # bytes; one member takes at least 46, and with its name about 100
TEXT_SAMPLE: Final = 1024 * 1024
TAIL: Final = 65_535 + 22 + 20 + 56  # bytes; the end of a zip archive: a comment, its last record, and those of zip64
ZIP_START: Final = b"PK\x03\x04"

# The last record of a zip archive, and of a large one, up to the size of its directory.
_DIRECTORY_SIZES: Final = re.compile(rb"PK\x05\x06.{8}(.{4})|PK\x06\x06.{36}(.{8})", re.DOTALL)

# An office file is a zip archive with this member in it.
OFFICE_MEMBERS: Final = {
    "docx": "word/document.xml",
    "pptx": "ppt/presentation.xml",
    "xlsx": "xl/workbook.xml",
    "odt": "content.xml",
}
TEXTS: Final = frozenset({"csv", "html", "md", "srt", "txt", "vtt"})


def check_contents(file: IO[bytes], extension: str) -> None:
    """Raise ``ValidationError`` when a file is not what its extension says; leaves it at its beginning."""
    file.seek(0)
    head = file.read(HEAD)
    try:
        if not head:
            raise ValidationError(_g("This file is empty."), Ending.DAMAGED)
        if extension == "pdf":
            _check_pdf(head)
        elif extension in OFFICE_MEMBERS:
            _check_office(file, extension)
        elif extension in TEXTS:
            _check_text(head + file.read(TEXT_SAMPLE))
    finally:
        file.seek(0)


def _wrong(extension: str) -> ValidationError:
    return ValidationError(
        _g(
            "This is not a %(kind)s file, whatever its name says. "
            "Open it in the program it was made with and save it again as %(kind)s."
        )
        % {"kind": extension.upper()},
        Ending.UNSUPPORTED,
    )


def _damaged() -> ValidationError:
    return ValidationError(
        _g("This file is damaged; perhaps it was copied only in part. Save it again, then add it again."),
        Ending.DAMAGED,
    )


def _unsafe() -> ValidationError:
    words = _g("This file is packed in a way that cannot be read safely. Save it again, or as PDF.")
    return ValidationError(words, Ending.TOO_LARGE)


def _check_pdf(head: bytes) -> None:
    if b"%PDF-" not in head[:1024]:
        raise _wrong("pdf")


def _check_office(file: IO[bytes], extension: str) -> None:
    if _directory_size(file) > MOST_DIRECTORY:
        raise _unsafe()
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeDecodeError) as error:
        # An office file that needs a password is no zip archive but a compound file; the worker would not read it.
        if _is_compound(file):
            words = _g("This file needs a password. Save it without one, then add it again.")
            raise ValidationError(words, Ending.ENCRYPTED) from error
        raise (_damaged() if _begins_as_zip(file) else _wrong(extension)) from error
    if OFFICE_MEMBERS[extension] not in {member.filename for member in members}:
        raise _wrong(extension)
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise _unsafe()


def _directory_size(file: IO[bytes]) -> int:
    """Return how large the directory of a zip archive says it is; to list it takes ten times so much memory."""
    end = file.seek(0, 2)
    file.seek(max(0, end - TAIL))
    sizes = (found[1] or found[2] for found in _DIRECTORY_SIZES.finditer(file.read(TAIL)))
    return max((int.from_bytes(size, "little") for size in sizes), default=0)


def _begins_as_zip(file: IO[bytes]) -> bool:
    file.seek(0)
    return file.read(len(ZIP_START)) == ZIP_START


def _is_compound(file: IO[bytes]) -> bool:
    file.seek(0)
    return file.read(8) == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _check_text(sample: bytes) -> None:
    kind = filetype.guess(sample[:HEAD])
    if kind is not None:
        raise ValidationError(
            _g("This is no text but a file of another kind (%(kind)s). Give it its own name, or save it as text.")
            % {"kind": kind.extension},
            Ending.UNSUPPORTED,
        )
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return  # UTF-16 as Windows writes it
    if b"\x00" in sample:
        words = _g("This is no text: it holds characters that no text has. Save it again as text.")
        raise ValidationError(words, Ending.UNSUPPORTED)
