"""Pytest plugin: tests marked `elasticsearch` or `browser` need a component that `bin/test` provides.

Without it they are skipped, and the summary says once how to get it; with `CI=true` they fail.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from _pytest.terminal import TerminalReporter


@dataclass(frozen=True, slots=True)
class Component:
    """What a test can need: the marker that asks for it and the variable that says where it is."""

    marker: str
    variable: str
    remedy: str

    @property
    def missing(self) -> bool:
        """Whether the environment names no such component."""
        return not os.environ.get(self.variable)

    @property
    def notice(self) -> str:
        """The sentence for who runs the tests; also how the summary recognises these skips."""
        return f"NO {self.marker.upper()}: {self.remedy}"


COMPONENTS = (
    Component(
        "elasticsearch",
        "TEST_ELASTICSEARCH_URL",
        "run bin/test, or first: export TEST_ELASTICSEARCH_URL=$(bin/elasticsearch start)",
    ),
    Component("browser", "CHROMIUM_PATH", "run bin/test, or first: export CHROMIUM_PATH=$(bin/chromium)"),
)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers, since undeclared ones are errors."""
    for component in COMPONENTS:
        config.addinivalue_line("markers", f"{component.marker}: needs {component.variable}")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose component is missing, before any fixture of it is made."""
    for component in COMPONENTS:
        if component.missing and item.get_closest_marker(component.marker):
            if os.environ.get("CI") == "true":
                pytest.fail(component.notice, pytrace=False)
            pytest.skip(component.notice)


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Say once for each missing component how many tests it cost and how to get it."""
    reasons = [str(report.longrepr) for report in terminalreporter.getreports("skipped")]
    for component in COMPONENTS:
        count = sum(component.notice in reason for reason in reasons)
        if count:
            terminalreporter.write_line(f"!!! {count} TESTS SKIPPED, {component.notice}", red=True, bold=True)
