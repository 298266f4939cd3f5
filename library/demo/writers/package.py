"""Office files are zip packages: give one the same bytes whenever it is written."""

import io
import zipfile

# The earliest moment a zip file can hold; the libraries would stamp the clock of the machine.
_STAMP = (1980, 1, 1, 0, 0, 0)


def without_timestamps(package: bytes) -> bytes:
    """Return the zip package with every member's time set to one constant; raises `zipfile.BadZipFile`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.infolist():
            stamped = zipfile.ZipInfo(member.filename, date_time=_STAMP)
            stamped.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(stamped, source.read(member))
    return buffer.getvalue()
