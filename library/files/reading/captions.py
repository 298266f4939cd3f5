"""Captions (SRT, WebVTT) by time: cues are gathered to passages of about half a minute."""

import re
from collections.abc import Iterator
from typing import IO, Final

from library.files.reading.collecting import Collector
from library.files.reading.decoding import read_text

SPAN: Final = 30  # seconds; a cue has five words, which are too few to be found by
LONGEST_TIMING: Final = 200  # characters of a line with times

_TIMING: Final = re.compile(r"^\s*(-?)(?:(\d{1,5}):)?(\d{1,5}):(\d{1,5})(?:[.,]\d{1,9})?\s*-->")
_TAG: Final = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,200}\}")


def read_captions(file: IO[bytes], collect: Collector) -> int:
    """Collect what is said, by the second at which it begins; return the last such second."""
    last = 0
    start = 0
    words: list[str] = []
    for second, text in _cues(read_text(file)):
        collect.tick()
        if words and not start <= second < start + SPAN:
            collect.add(start, "", " ".join(words))
            words = []
        if not words:
            start = second
        words.append(text)
        last = max(last, second)
    if words:
        collect.add(start, "", " ".join(words))
    return last


def _cues(text: str) -> Iterator[tuple[int, str]]:
    """Yield ``(second, text)`` of every line that is said; headers, numbers and notes stand in no cue."""
    second: int | None = None
    for line in text.splitlines():
        timing = _TIMING.match(line) if len(line) <= LONGEST_TIMING else None
        if timing:
            second = _second(timing)
        elif not line.strip():
            second = None
        elif second is not None:
            yield second, _TAG.sub("", line)


def _second(timing: re.Match[str]) -> int:
    """Return the second of a time; one before the beginning is the beginning."""
    minus, hours, minutes, seconds = timing.groups()
    return 0 if minus else int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
