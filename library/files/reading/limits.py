"""What the reading process may use; it gives up the rest before it opens the file, and cannot take it back."""

import os
import resource
import signal
from typing import Final

OPEN_FILES: Final = 64  # its own modules, while they are imported
NICENESS: Final = 10
GRACE: Final = 2  # seconds after the parent's patience; only needed when the parent has died


def give_up_rights(seconds: int, memory: int) -> None:
    """Limit this process to some seconds and bytes of memory; it can write no file and start no process."""
    for kind, limit in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
    ):
        _lower(kind, limit)
    os.nice(NICENESS)
    signal.alarm(seconds + GRACE)


def _lower(kind: int, limit: int) -> None:
    _soft, hard = resource.getrlimit(kind)
    limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    try:
        resource.setrlimit(kind, (limit, limit))
    except (OSError, ValueError):
        # macOS knows the limit of memory but refuses to set it; there the limits of time and output must do.
        return
