"""``make year``: play a whole year of reviewing on a site of its own in a temporary folder.

Prints figures as JSON, and ends with 1 where something is wrong.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from random import SystemRandom


def main() -> int:
    """Read the arguments, make the site, play the year, print what came of it."""
    parser = argparse.ArgumentParser(prog="make year", description=__doc__)
    parser.add_argument("--submissions", type=int, default=2000)
    parser.add_argument("--days", type=int, default=365)
    parser.add_argument("--database", default="", help="the DATABASE_URL of an empty database, else SQLite")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    options = parser.parse_args()
    sys.stderr.write(f"Seed {options.seed}\n")
    with tempfile.TemporaryDirectory(prefix="commonshelf-year-") as folder:
        make_site(folder, options.database)
        from tests.year.year import play_year

        began = time.monotonic()
        report = asdict(play_year(options.seed, options.submissions, options.days))
    seconds = round(time.monotonic() - began)
    sys.stdout.write(json.dumps({"seed": options.seed, "seconds": seconds, **report}, indent=2) + "\n")
    return 1 if report["wrong"] else 0


def make_site(folder: str, database: str) -> None:
    """Make an empty site that keeps everything in a folder, keeps mails in memory and leaves work to be asked for."""
    os.environ.pop("ELASTICSEARCH_URL", None)
    os.environ.update(
        DATA_DIR=folder,
        DATABASE_URL=database or f"sqlite:///{Path(folder) / 'db.sqlite3'}",
        DEBUG="false",
        FILES_READ="worker",
        CHECKS_RUN="worker",
        MAILS_SENT="worker",
        SEARCH_DRAIN="worker",
        LOG_LEVEL="ERROR",
        DJANGO_SETTINGS_MODULE="config.settings.test",
    )
    (Path(folder) / "static").mkdir(exist_ok=True)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


if __name__ == "__main__":
    sys.exit(main())
