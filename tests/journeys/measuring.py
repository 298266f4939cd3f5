"""Counting what a person does in a journey, and how long the server takes to answer."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from playwright.sync_api import Locator, Page, Request


@dataclass
class Measured:
    """What a person did: fields filled in or chosen, files, clicks, keys; and what it cost in time."""

    name: str
    fields: int = 0
    files: int = 0
    clicks: int = 0
    keys: int = 0  # presses of Tab, arrows, Space and Enter; letters are counted with their field
    requests: int = 0
    server_seconds: float = 0.0  # from the last byte asked to the first byte answered, all requests together
    longest_seconds: float = 0.0
    seconds: float = 0.0

    def fill(self, field: Locator, words: str) -> None:
        """Type into a field."""
        field.fill(words)
        self.fields += 1

    def choose(self, field: Locator, label: str) -> None:
        """Choose from a list."""
        field.select_option(label)
        self.fields += 1

    def attach(self, field: Locator, file: Any) -> None:
        """Add a file."""
        field.set_input_files(file)
        self.files += 1

    def press(self, button: Locator) -> None:
        """Press a button, a link or a checkbox."""
        button.click()
        self.clicks += 1

    def key(self, page: Page, name: str) -> None:
        """Press a key that is no letter."""
        page.keyboard.press(name)
        self.keys += 1

    def answered(self, request: Request) -> None:
        """Add the time of a request to a page or a view; scripts and styles come from a cache in daily use."""
        timing = request.timing
        waited = (timing["responseStart"] - timing["requestStart"]) / 1000
        if request.resource_type in ("document", "xhr", "fetch") and waited > 0:
            self.requests += 1
            self.server_seconds += waited
            self.longest_seconds = max(self.longest_seconds, waited)


@contextmanager
def measure(page: Page, name: str) -> Iterator[Measured]:
    """Measure what happens in a window meanwhile."""
    measured = Measured(name)
    page.on("requestfinished", measured.answered)
    began = monotonic()
    yield measured
    measured.seconds = monotonic() - began
    page.remove_listener("requestfinished", measured.answered)


def write_down(measured: Measured) -> None:
    """Put the figures into the table of the page that JOURNEY_FIGURES names, in the line of this journey."""
    if name := os.environ.get("JOURNEY_FIGURES"):
        page = Path(name)
        start = f"| {measured.name} |"
        lines = [line_of(measured) if line.startswith(start) else line for line in page.read_text("utf-8").splitlines()]
        page.write_text("\n".join(lines) + "\n", encoding="utf-8")


def line_of(measured: Measured) -> str:
    """Return the line of the table."""
    counts = (measured.fields, measured.files, measured.clicks, measured.keys, measured.requests)
    seconds = (measured.server_seconds, measured.longest_seconds, measured.seconds)
    cells = [measured.name, *map(str, counts), *(f"{each:.1f}" for each in seconds)]
    return f"| {' | '.join(cells)} |"
