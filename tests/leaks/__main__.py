"""``make leaks``: ask random worlds as everybody in them, and look for every secret in every answer.

The site is one of its own in a temporary folder; prints figures as JSON, and ends with 1 where something leaked.
"""

import argparse
import json
import sys
import tempfile
import time
from random import Random, SystemRandom

from tests.year.__main__ import make_site

OF_ONE_WORLD = 2500  # checks


def main() -> int:
    """Read the arguments, make the site, ask, print what came of it."""
    parser = argparse.ArgumentParser(prog="make leaks", description=__doc__)
    parser.add_argument("--checks", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    options = parser.parse_args()
    sys.stderr.write(f"Seed {options.seed}\n")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="commonshelf-leaks-") as folder:
        make_site(folder, "")
        report = _ask(options.seed, options.checks)
    seconds = round(time.monotonic() - began)
    sys.stdout.write(json.dumps({"seed": options.seed, "seconds": seconds, **report}, indent=2) + "\n")
    return 1 if report["leaks"] else 0


def _ask(seed: int, checks: int) -> dict[str, object]:
    """Ask one world after the other; each is undone before the next is made."""
    from django.db import transaction
    from django.test.utils import override_settings, setup_test_environment

    from tests.leaks.asking import Report, look_for_leaks
    from tests.leaks.making import make_world

    setup_test_environment()
    report = Report()
    while report.checks < checks:
        with transaction.atomic(), override_settings(CHECKS_RUN="immediate"):
            world_seed = seed + report.checks
            here = min(OF_ONE_WORLD, checks - report.checks)
            look_for_leaks(make_world(world_seed), Random(world_seed), here, report)
            transaction.set_rollback(True)
    return {"checks": report.checks, "answered": report.answered, "shown": report.shown, "leaks": report.leaks}


if __name__ == "__main__":
    sys.exit(main())
