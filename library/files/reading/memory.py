"""How much memory a process has had, as Linux counts it; elsewhere nothing is known."""

import resource
from pathlib import Path
from typing import Final

NEARLY: Final = 0.9  # of what it may have; a library that wanted a large piece more did not get it


def peak_mib(process: int | str = "self") -> float:
    """Return the most memory that a process has had, in MiB; 0 where it is not known, or the process has gone."""
    return _figure(process, "VmHWM:") / 1024


def is_nearly_full() -> bool:
    """Tell whether this process has nearly taken what its limit allows: addresses, as the limit counts them."""
    limit, _hard = resource.getrlimit(resource.RLIMIT_AS)
    return limit != resource.RLIM_INFINITY and _figure("self", "VmPeak:") * 1024 >= NEARLY * limit


def _figure(process: int | str, name: str) -> int:
    """Return a figure of /proc in KiB."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)
