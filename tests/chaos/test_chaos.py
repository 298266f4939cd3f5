"""Chaos at small size; ``make chaos`` is the same with a thousand edits."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.chaos.processes import ROOT

MINUTES = 5 * 60


def chaos(*arguments: str, **environment: str) -> dict[str, Any]:
    """Let chaos reign, and return its figures."""
    command = [sys.executable, "-m", "tests.chaos", "--edits", "40", "--kills", "6", "--seed", "7", *arguments]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, timeout=MINUTES, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    figures: dict[str, Any] = json.loads(done.stdout[done.stdout.index("{") :])
    return figures


def test_nothing_is_lost_or_shown_when_web_and_worker_are_killed() -> None:
    figures = chaos("--engine", "embedded")
    assert sum(figures["edits"].values()) == 40
    assert sum(figures["kills"].values()) == 6
    assert figures["wrong"] == []


@pytest.mark.elasticsearch
def test_nothing_is_lost_or_shown_when_elasticsearch_is_cut_off_too() -> None:
    url = os.environ["TEST_ELASTICSEARCH_URL"]
    figures = chaos("--engine", "elasticsearch", "--foreign-server", ELASTICSEARCH_URL=url)
    assert figures["kills"]["elasticsearch"] > 0
    assert figures["wrong"] == []
