"""A management command in a process of its own, whose last line says the most memory it took, in MiB."""

import re
import sys
from pathlib import Path

from benchmarks.__main__ import join_site


def main() -> None:
    """Run the command named in the arguments."""
    join_site()
    from django.core.management import call_command

    call_command(*sys.argv[1:], verbosity=0)
    sys.stdout.write(f"\n{peak()}\n")


def peak() -> float:
    """Return the most memory this process took; ``getrusage`` would count what its parent had when it was started."""
    kilobytes = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    if kilobytes is None:
        raise RuntimeError("This system does not say how much memory a process took.")
    return int(kilobytes[1]) / 1024


if __name__ == "__main__":
    main()
