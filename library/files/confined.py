"""Reading a file in a process of its own, which can do nothing to this one but answer.

The child gets the open file as its standard input, no environment and no other handle. It limits itself before it looks
at the file (``limits.py``); here its time is measured and what it writes is counted, and it is killed beyond. Its
answer is taken as that of a stranger: a reader that was taken over by a file could write anything.
"""

import contextlib
import logging
import os
import select
import signal
import sys
import time
from dataclasses import dataclass, replace
from typing import IO, Final

from django.conf import settings

from library.files.answer import parse_answer
from library.files.reading.memory import peak_mib
from library.files.reading.outcome import Ending, Reading

MIB: Final = 2**20
MOST_OUTPUT: Final = 16 * MIB  # 2,000,000 letters of four bytes, 2,000 labels, a picture: 11 MiB
CHUNK: Final = 64 * 1024
A_MOMENT: Final = 8  # seconds; a usual file takes one or two
LOOK: Final = 0.1  # seconds between two looks at the memory
NEARLY_ALL: Final = 0.75  # of the memory; who dies with so much of it in use has died of it
# How a library ends that got no memory (its own check, C++), and a process whose time was over.
LIMIT_SIGNALS: Final = frozenset({signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGXCPU, signal.SIGALRM})

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Ended:
    """What a process wrote, and how it ended."""

    output: bytes
    stopped: bool  # by us: it wrote too much or took too long
    exit_code: int  # negative: the signal it died of
    peak_mib: float  # as far as it was seen, ten times a second; 0 where there is no /proc
    seconds: float


def read_confined(file: IO[bytes], extension: str, *, describes: bool = False) -> Reading:
    """Return what is in a file that has a handle of the operating system; whatever it is, this process survives.

    Somebody waits for what a file says of itself: that takes a moment, or is cut short.
    """
    seconds = min(settings.FILES_READ_SECONDS, A_MOMENT) if describes else settings.FILES_READ_SECONDS
    limits = [str(seconds), str(settings.FILES_READ_MEMORY * MIB), *(["about"] if describes else [])]
    module = ["-s", "-P", "-m", "library.files.reading"]
    return judge(run_confined([sys.executable, *module, extension, *limits], file, seconds))


def run_confined(command: list[str], file: IO[bytes], seconds: float) -> Ended:
    """Run a command on a file for some seconds at most; return how that ended."""
    began = time.monotonic()
    process, answers = _start(command, file)
    try:
        output, stopped, peak = _listen(answers, process, began + seconds)
    finally:
        os.close(answers)
        # Whoever has ended already keeps the exit code; whoever has only stopped talking ends now.
        with contextlib.suppress(OSError):
            os.killpg(process, signal.SIGKILL)
        _pid, status = os.waitpid(process, 0)
    return Ended(output, stopped, os.waitstatus_to_exitcode(status), peak, time.monotonic() - began)


def _start(command: list[str], file: IO[bytes]) -> tuple[int, int]:
    """Start a process with a session of its own; return its number and the end of the pipe where it answers."""
    file.seek(0)
    answers, answering = os.pipe()
    handles = [
        (os.POSIX_SPAWN_DUP2, file.fileno(), 0),
        (os.POSIX_SPAWN_DUP2, answering, 1),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    environment = {"PATH": os.defpath, "PYTHONPATH": str(settings.BASE_DIR), "PYTHONUTF8": "1", "LANG": "C.UTF-8"}
    try:
        process = os.posix_spawn(command[0], command, environment, file_actions=handles, setsid=True, setsigmask=[])
    except OSError:
        os.close(answers)
        raise
    finally:
        os.close(answering)
    return process, answers


def _listen(answers: int, process: int, deadline: float) -> tuple[bytes, bool, float]:
    """Return what arrives until the other side closes, whether it was too much or took too long, and the memory."""
    poll = select.poll()
    poll.register(answers, select.POLLIN)
    output, peak = bytearray(), 0.0
    while len(output) <= MOST_OUTPUT and (left := deadline - time.monotonic()) > 0:
        peak = max(peak, peak_mib(process))
        if poll.poll(min(left, LOOK) * 1000):
            chunk = os.read(answers, CHUNK)
            if not chunk:
                return bytes(output), False, peak
            output += chunk
    return bytes(output), True, peak


def judge(ended: Ended) -> Reading:
    """Return what a process found; one that did not say how it ended has met a limit or a broken file."""
    reading = parse_answer(ended.output)
    if reading is not None:
        return replace(reading, seconds=ended.seconds)
    memory = ended.peak_mib >= NEARLY_ALL * settings.FILES_READ_MEMORY
    at_limit = ended.stopped or memory or -ended.exit_code in LIMIT_SIGNALS
    if ended.exit_code > 0 and not at_limit:
        logger.warning("Reading a file ended with exit code %s, which it should not", ended.exit_code)
    ending = Ending.TOO_LARGE if at_limit else Ending.DAMAGED
    return Reading(ending, seconds=ended.seconds, peak_mib=ended.peak_mib)
