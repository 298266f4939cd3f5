"""The table: printed, written to docs/performance.md, and as JSON where asked."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from rich.console import Console
from rich.table import Table

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


HEADINGS = ["what", "resources", "figure", "goal", "holds", "measured"]


def report(lines: Iterable[Line], document: Path, json_file: str | None) -> None:
    """Print the table and write it; the JSON is a list of name, size, ratio, goal, holds."""
    lines = list(lines)
    table = Table(*HEADINGS)
    for line in lines:
        table.add_row(*line.cells())
    Console().print(table)
    rows = [HEADINGS, ["---"] * len(HEADINGS), *(line.cells() for line in lines)]
    markdown = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    document.write_text(f"{INTRODUCTION}\n{machine()}\n\n{markdown}\n")
    if json_file:
        Path(json_file).write_text(json.dumps([asdict(line) | {"holds": line.holds} for line in lines], indent=2))


def machine() -> str:
    """Return processor, system and versions in one line."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("django", "wagtail", "elasticsearch"))
    server = get_client().info()["version"]["number"]
    return (
        f"{os.cpu_count()} cores {platform.machine()}, {platform.system()}, Python {platform.python_version()}, "
        f"{packages}, Elasticsearch server {server}, site on SQLite."
    )
