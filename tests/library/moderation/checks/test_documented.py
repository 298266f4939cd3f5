"""The documentation names every check."""

from pathlib import Path

import pytest
from django.conf import settings

from library.moderation.checks.base import Check
from library.moderation.checks.registry import CHECKS

PAGE = Path(settings.BASE_DIR) / "docs" / "checks.md"


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_each_check_stands_in_the_documentation(check: Check) -> None:
    assert f"| {check.label} |" in PAGE.read_text(encoding="utf-8")
