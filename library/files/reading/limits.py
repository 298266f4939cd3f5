"""What the reading process may use; it gives up the rest before it opens the file, and cannot take it back."""

import os
import resource
import signal
from typing import Final

OPEN_FILES: Final = 64  # its own modules, while they are imported
NICENESS: Final = 10
GRACE: Final = 2  # seconds between the end of patience and what cannot be put off


def give_up_rights(seconds: int, memory: int) -> None:
    """Limit this process to some seconds and bytes of memory; it can write no file and start no process.

    Whose seconds are over dies of a signal that says so. Were the last limit the same as the first, Linux would send
    the one that says nothing, and a file that a busy parent did not stop in time would pass for a damaged one.
    """
    _lower(resource.RLIMIT_CPU, seconds, last=seconds + GRACE)
    for kind, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
    ):
        _lower(kind, limit, last=limit)
    os.nice(NICENESS)
    signal.alarm(seconds + GRACE)  # after the parent's patience; only needed when the parent has died


def _lower(kind: int, limit: int, *, last: int) -> None:
    _soft, hard = resource.getrlimit(kind)
    limit, last = (each if hard == resource.RLIM_INFINITY else min(each, hard) for each in (limit, last))
    try:
        resource.setrlimit(kind, (limit, last))
    except (OSError, ValueError):
        # macOS knows the limit of memory but refuses to set it; there the limits of time and output must do.
        return
