"""What the reading process wrote, believed only as far as it is what was asked for."""

import base64
import binascii
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from library.files.reading.about import About
from library.files.reading.cleaning import clean_text
from library.files.reading.collecting import LAST_PLACE, LONGEST_LABEL, MOST_PASSAGES
from library.files.reading.outcome import Ending, FoundPassage, Reading, Unit
from library.files.reading.process import LARGEST_PICTURE
from library.files.reading.splitting import PIECE

LONGEST_LINE: Final = 1024 * 1024  # bytes; the longest is a picture of 500,000, written in letters


@dataclass(slots=True)
class _Gathered:
    ending: Ending | None = None
    unit: str = ""
    places: int | None = None
    is_cut: bool = False
    picture: bytes = b""
    about: About | None = None
    peak_mib: float = 0.0
    passages: list[FoundPassage] = field(default_factory=list)


def parse_answer(output: bytes) -> Reading | None:
    """Return what was found; None where it is not said how reading ended, or not in the way that was agreed."""
    found = _Gathered()
    try:
        for line in _lines(output):
            _take(found, line)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if found.ending is None or (found.ending is Ending.READ) != bool(found.passages):
        return None
    return Reading(
        found.ending,
        unit=found.unit,
        places=found.places,
        passages=tuple(found.passages),
        is_cut=found.is_cut,
        picture=found.picture,
        about=found.about,
        peak_mib=found.peak_mib,
    )


def _lines(output: bytes) -> Iterator[dict[str, Any]]:
    """Yield the lines that are complete; the last one may be cut where the process was stopped."""
    start = 0
    while (end := output.find(b"\n", start)) >= 0:
        if end - start > LONGEST_LINE:
            raise ValueError("a line is too long")
        line = json.loads(output[start:end])
        if not isinstance(line, dict):
            raise TypeError("a line is no object")
        yield line
        start = end + 1


def _take(found: _Gathered, line: dict[str, Any]) -> None:
    if "passage" in line:
        if found.ending is not None or len(found.passages) >= MOST_PASSAGES:
            raise ValueError("a passage too many")
        found.passages.append(_passage(*line["passage"]))
    elif "ending" in line:
        found.ending = Ending(line["ending"])
        found.unit = Unit(line["unit"]) if line.get("unit") else ""
        found.places = None if line.get("places") is None else _number(line["places"])
        found.is_cut = line.get("cut") is True
    elif "picture" in line:
        found.picture = _picture(line["picture"])
    elif "about" in line:
        found.about = About.of(line["about"])
    elif "peak" in line:
        found.peak_mib = float(line["peak"])


def _passage(place: object, label: object, text: object) -> FoundPassage:
    if not isinstance(label, str) or not isinstance(text, str):
        raise TypeError("a passage is no text")
    text = clean_text(text)[:PIECE]
    if not text:
        raise ValueError("a passage is empty")
    return FoundPassage(_number(place), clean_text(label)[:LONGEST_LABEL], text)


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= LAST_PLACE:
        raise ValueError("not the number of a place")
    return value


def _picture(value: str) -> bytes:
    try:
        picture = base64.b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError("not a picture") from error
    is_webp = picture.startswith(b"RIFF") and picture[8:12] == b"WEBP"
    if not is_webp or len(picture) > LARGEST_PICTURE:
        raise ValueError("not a picture of the kind that was asked for")
    return picture
