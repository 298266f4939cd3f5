"""The table: printed, written to docs/performance.md, and as JSON where asked, as it grows."""

import json
import os
import platform
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from search.elasticsearch.client import get_client

INTRODUCTION = """# Performance

Written by `make bench`: ratios of two things measured side by side in one run. Absolute times are this machine's; the
ratios are what is promised. How each is measured stands in `benchmarks/`.
"""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure at one size of the library; ``goal`` is the most it may be, or the least where ``at_least``."""

    name: str
    size: int
    ratio: float
    goal: float
    detail: str
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the goal is met."""
        return self.ratio >= self.goal if self.at_least else self.ratio <= self.goal

    def cells(self) -> list[str]:
        """Return the line as text."""
        goal = f"{'≥' if self.at_least else '≤'} {self.goal:g}"
        return [self.name, f"{self.size:,}", f"{self.ratio:.2f}", goal, "yes" if self.holds else "NO", self.detail]


def row(cells: Iterable[str]) -> str:
    """Return one row of the table."""
    return f"| {' | '.join(cells)} |\n"


HEAD = row(["what", "resources", "figure", "goal", "holds", "measured"]) + row(["---"] * 6)
UNFINISHED = "\nThis run was ended before its last line.\n"


class Report:
    """The table, printed and written line by line, so that a run that is ended leaves what it measured.

    The JSON is a list of name, size, ratio, goal, holds.
    """

    def __init__(self, document: Path, json_file: str | None) -> None:
        self._document, self._json = document, Path(json_file) if json_file else None
        self._machine = machine()
        self._lines: list[Line] = []

    def write(self, lines: Iterable[Line]) -> None:
        """Write each line as it comes, and at the end that it is the last."""
        sys.stdout.write(HEAD)
        for line in lines:
            self._lines.append(line)
            sys.stdout.write(row(line.cells()))
            sys.stdout.flush()
            self._save(UNFINISHED)
        self._save("")

    def _save(self, ending: str) -> None:
        rows = "".join(row(line.cells()) for line in self._lines)
        self._document.write_text(f"{INTRODUCTION}\n{self._machine}\n\n{HEAD}{rows}{ending}")
        if self._json:
            values = [asdict(line) | {"holds": line.holds} for line in self._lines]
            self._json.write_text(json.dumps(values, indent=2))


def machine() -> str:
    """Return processor, system and versions in one line."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("django", "wagtail", "elasticsearch"))
    server = get_client().info()["version"]["number"]
    return (
        f"{os.cpu_count()} cores {platform.machine()}, {platform.system()}, Python {platform.python_version()}, "
        f"{packages}, Elasticsearch server {server}, site on SQLite. "
        f"Other programs at work when the run began: {os.getloadavg()[0]:.1f}."
    )
