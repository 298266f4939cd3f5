"""Small pictures of first pages, as WebP."""

import io
from typing import IO, Final
from zipfile import ZipFile

from PIL import Image, ImageStat

WIDTH: Final = 480  # pixels; shown at 80 to 240
HEIGHT: Final = 640
SMALLEST: Final = 64  # pixels of a side; below, a preview that an office program stored shows nothing
MOST_PIXELS: Final = 4_000_000
PLAIN: Final = 4.0  # standard deviation of lightness; below, a picture is of one colour: nothing to see
PREVIEWS: Final = ("docProps/thumbnail.jpeg", "docProps/thumbnail.jpg", "docProps/thumbnail.png")
LARGEST_PREVIEW: Final = 2 * 1024 * 1024  # bytes


def to_webp(image: Image.Image) -> bytes:
    """Return a picture, made small, as WebP; nothing where it is of one colour."""
    image = image.convert("RGB")
    image.thumbnail((WIDTH, HEIGHT))
    if ImageStat.Stat(image.convert("L")).stddev[0] < PLAIN:
        return b""
    out = io.BytesIO()
    image.save(out, "WEBP", quality=78, method=4)
    return out.getvalue()


def stored_preview(file: IO[bytes]) -> bytes:
    """Return the preview that an office program has put into the file, or nothing where there is no sensible one."""
    with ZipFile(file) as archive:
        for member in archive.infolist():
            if member.filename in PREVIEWS and member.file_size <= LARGEST_PREVIEW:
                return _sensible(archive.read(member))
    return b""


def _sensible(data: bytes) -> bytes:
    image = Image.open(io.BytesIO(data), formats=("JPEG", "PNG"))
    if min(image.size) < SMALLEST or image.width * image.height > MOST_PIXELS:
        return b""
    return to_webp(image)
