"""A management command in a process of its own, whose last line says the most memory it took, in MiB."""

import resource
import sys

from benchmarks.__main__ import join_site


def main() -> None:
    """Run the command named in the arguments."""
    join_site()
    from django.core.management import call_command

    call_command(*sys.argv[1:], verbosity=0)
    sys.stdout.write(f"\n{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}\n")


if __name__ == "__main__":
    main()
