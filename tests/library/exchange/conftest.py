"""A directory to put organisations in, the regions, and a way to import a few records."""

import csv
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from library.exchange.importing import import_file
from library.exchange.matching import Options
from library.exchange.reporting import Counts, Report
from network.regions.loading import load_regions
from tests.factories import directory

Record = dict[str, Any]
Write = Callable[[Iterable[Record]], Path]
Import = Callable[..., tuple[Counts, list[dict[str, str]]]]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write records to a file, one JSON object per line."""

    def write_lines(records: Iterable[Record]) -> Path:
        path = tmp_path / "records.jsonl"
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return path

    return write_lines


@pytest.fixture
def site(db: None) -> None:
    """A site with a directory and the regions of the world, and nothing else."""
    directory()
    load_regions()


@pytest.fixture
def import_records(site: None, write: Write, tmp_path: Path) -> Import:
    """Import records or a file; return the counts and the rows of the report."""

    def run(records: Iterable[Record] | Path, **options: bool) -> tuple[Counts, list[dict[str, str]]]:
        path, report = records if isinstance(records, Path) else write(records), tmp_path / "report.csv"
        with report.open("w", encoding="utf-8", newline="") as file:
            counts = import_file(path, Options(**options), Report(file))
        with report.open(encoding="utf-8", newline="") as file:
            return counts, list(csv.DictReader(file))

    return run


def record(number: int = 1, **fields: Any) -> Record:
    """Return a record that loses nothing on its way."""
    return {
        "id": f"test:{number}",
        "set": "test",
        "title": f"Answering patients online, part {number}",
        "description": "How a ward answers questions that patients ask on its page.",
        "type": ["slides"],
        "topics": ["Patient communication"],
        "keywords": ["answering"],
        "countries": ["BE"],
        "languages": ["en"],
        "provider": ["Hospital of the North"],
        "authors": ["Ana Silva"],
        "audience": ["Nurses"],
        "level": ["Beginner"],
        "date": "2024-03-01",
        "url": f"https://example.org/{number}",
        "licence": "https://spdx.org/licenses/CC-BY-4.0.html",
        **fields,
    }
