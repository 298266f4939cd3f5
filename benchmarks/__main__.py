"""``make bench``: measure every ratio side by side in one run, print the table, write docs/performance.md."""

import argparse
import os
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Read the arguments, set up a site of its own in a temporary folder, measure, report."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--records", type=Path, default=default_records(), help="JSONL file of resources to import")
    parser.add_argument("--queries", type=int, default=150, help="how many different questions")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="commonshelf-bench-") as folder:
        set_up_site(folder)
        from benchmarks.report import report
        from benchmarks.run import measure

        report(measure(options.records, options.queries), ROOT / "docs/performance.md", os.environ.get("BENCH_JSON"))


def default_records() -> Path | None:
    """Return the file named in ``BENCH_RECORDS``, or the one beside the checkout, or ``None`` for the demo library."""
    named = os.environ.get("BENCH_RECORDS")
    path = Path(named) if named else ROOT.parent / "shared/data/resources/resources.jsonl"
    return path if path.exists() else None


def set_up_site(folder: str) -> None:
    """Point the settings at a database, files and an index of this run's own."""
    os.environ.update(DATA_DIR=folder, DEBUG="false", ELASTICSEARCH_PREFIX=f"bench-{os.getpid()}", SEARCH_TIMEOUT="60")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    (Path(folder) / "static").mkdir()
    import django

    django.setup()


if __name__ == "__main__":
    main()
