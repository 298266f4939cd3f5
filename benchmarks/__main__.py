"""``make bench``: measure every ratio side by side in one run, print the table, write docs/performance.md."""

import argparse
import importlib
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = "10000,100000"


def main() -> None:
    """Read the arguments, set up a site of its own in a temporary folder, measure, report."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument(
        "--records", type=Path, default=default_records(), help="JSONL file of resources to make more of"
    )
    parser.add_argument("--sizes", default=SIZES, help="how many resources, rising, with commas")
    parser.add_argument("--queries", type=int, default=300, help="how many different questions")
    parser.add_argument("--crowd", type=int, default=120, help="seconds that fifty people search; 0 leaves them out")
    options = parser.parse_args()
    if options.records is None or not options.records.exists():
        parser.error(
            "There are no records: name a file with --records or BENCH_RECORDS (docs/performance.md says which)."
        )
    with tempfile.TemporaryDirectory(prefix="commonshelf-bench-") as folder:
        make_site(folder)
        from benchmarks.report import Report
        from benchmarks.run import Plan, measure

        sizes = tuple(sorted(int(size) for size in options.sizes.split(",")))
        report = Report(ROOT / "docs/performance.md", os.environ.get("BENCH_JSON"))
        report.write(measure(Plan(options.records, sizes, options.queries, options.crowd)))


def default_records() -> Path | None:
    """Return the file named in ``BENCH_RECORDS``, or the one beside the checkout if it is there."""
    named = os.environ.get("BENCH_RECORDS")
    path = Path(named) if named else ROOT.parent / "shared/data/resources/resources.jsonl"
    return path if path.exists() else None


def make_site(folder: str) -> None:
    """Point the settings at a database, files and an index of this run's own; programs started later find them too."""
    os.environ.update(
        DATA_DIR=folder,
        DEBUG="false",
        ALLOWED_HOSTS="127.0.0.1,localhost",
        ELASTICSEARCH_PREFIX=f"bench-{os.getpid()}",
        SEARCH_TIMEOUT="60",
    )
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    (Path(folder) / "static").mkdir()
    join_site()


def join_site() -> None:
    """Start the site as its server does, with the settings of this run."""
    importlib.import_module("config.wsgi")


if __name__ == "__main__":
    main()
