"""The work of the reading process: reads one file, and writes what it finds as lines of JSON.

{"about": {"title": "Cameras"}}         first, and only where it was asked for
{"passage": [place, label, text]}      each as it is found
{"ending": "read", "places": 12, "unit": "page", "cut": false}
{"picture": "base64 of WebP"}          last: a picture that goes wrong costs nothing else
{"peak": 31.5}                         MiB, after each of the two above
"""

import base64
import json
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict
from typing import IO, Any, Final

from library.files.reading.collecting import Collector
from library.files.reading.kinds import KINDS, Kind
from library.files.reading.memory import is_nearly_full, peak_mib
from library.files.reading.outcome import Ending, Enough, FoundPassage, NeedsPassword

SHARE_OF_TIME: Final = 0.6  # a long file is read for so much of the time, and the rest of it is left out
PICTURE_SECONDS: Final = 8
LARGEST_PICTURE: Final = 500_000  # bytes

type Say = Callable[[dict[str, Any]], None]


def run(extension: str, file: IO[bytes], say: Say, seconds: float, *, describes: bool = False) -> None:
    """Read a file of a kind, and say what was found: its text with a picture, or with its properties."""
    kind = KINDS.get(extension)
    if kind is None:
        say({"ending": Ending.UNSUPPORTED})
        return
    if describes:
        _describe(kind, file, say)
    ending = _read(kind, file, say, seconds)
    say({"peak": peak_mib()})
    if ending in (Ending.READ, Ending.NO_TEXT) and not describes:
        _paint(kind, file, say)
        say({"peak": peak_mib()})


def _describe(kind: Kind, file: IO[bytes], say: Say) -> None:
    """Say what a file says of itself; one whose properties are broken may have a text all the same."""
    describer = kind.load_describer()
    if describer is None:
        return
    try:
        say({"about": asdict(describer(file))})
    except Exception:  # of whatever library
        return
    finally:
        file.seek(0)


def _read(kind: Kind, file: IO[bytes], say: Say, seconds: float) -> Ending:
    found = False

    def emit(passage: FoundPassage) -> None:
        nonlocal found
        found = True
        say({"passage": [passage.place, passage.label, passage.text]})

    places: int | None = None
    is_cut = False
    try:
        places = kind.load_reader()(file, Collector(emit, seconds * SHARE_OF_TIME))
        ending = Ending.READ if found else Ending.NO_TEXT
    except Enough:
        ending, is_cut = Ending.READ if found else Ending.TOO_LARGE, True
    except NeedsPassword:
        ending = Ending.ENCRYPTED
    except MemoryError:
        ending = Ending.TOO_LARGE
    except Exception as error:  # of whatever library: the file is not what they expect
        ending = _of_error(error)
    say({"ending": ending, "places": places, "unit": kind.unit, "cut": is_cut})
    return ending


def _of_error(error: Exception) -> Ending:
    """Tell what an error of a library means; one that had no memory left says so in its own way, or not at all."""
    if isinstance(error, RuntimeError) and "password required" in str(error):
        return Ending.ENCRYPTED  # a member of an archive
    if "memory" in str(error).lower() or is_nearly_full():
        return Ending.TOO_LARGE
    return Ending.DAMAGED


def _paint(kind: Kind, file: IO[bytes], say: Say) -> None:
    """Make the picture of the first page; a file whose picture cannot be made is read all the same."""
    painter = kind.load_painter()
    if painter is None:
        return
    signal.alarm(PICTURE_SECONDS)
    file.seek(0)
    try:
        picture = painter(file)
    except Exception:  # of whatever library
        return
    if picture and len(picture) <= LARGEST_PICTURE:
        say({"picture": base64.b64encode(picture).decode("ascii")})


def write_line(line: dict[str, Any]) -> None:
    """Write a line of JSON to the parent."""
    written = json.dumps(line, ensure_ascii=False, separators=(",", ":"))
    sys.stdout.buffer.write(written.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()
