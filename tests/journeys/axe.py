"""Checking a page with axe-core (axe.min.js, version 4.14.1, Mozilla Public License 2.0, see axe.LICENSE)."""

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

SCRIPT = Path(__file__).parent / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
CHECK = """([element, tags]) =>
  axe.run(element ? { include: element } : document, { runOnly: tags, resultTypes: ["violations"] })"""


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def violations(page: Page, *elements: str) -> list[str]:
    """Return what axe objects to, one line a place; with CSS selectors only inside those elements.

    The script is evaluated by the browser's debugger, which the page's content security policy does not concern.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_script())
    found = page.evaluate(CHECK, [list(elements), RULES])
    return [_line(violation, node) for violation in found["violations"] for node in violation["nodes"]]


def _line(violation: dict[str, Any], node: dict[str, Any]) -> str:
    summary = " ".join(str(node["failureSummary"]).split())
    return f"{violation['id']} at {node['target']}: {summary} {node['html'][:200]}"
