"""Settings: each variable is documented once, and production refuses to start half configured."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
READ = re.compile(r'env\.\w+\(\s*"([A-Z_]+)"')


def variables_in_code() -> set[str]:
    return {name for path in (ROOT / "config/settings").glob("*.py") for name in READ.findall(path.read_text())}


def documented() -> list[str]:
    rows = [
        line.split("|")[1] for line in (ROOT / "docs/settings.md").read_text().splitlines() if line.startswith("| `")
    ]
    return [name for cell in rows for name in re.findall(r"`([A-Z_]+)`", cell)]


def test_each_variable_is_documented_once() -> None:
    assert sorted(documented()) == sorted(variables_in_code())


def start_production(**environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]
    plain = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "config.settings.production"}
    return subprocess.run(  # noqa: S603 # our own command
        command, cwd=ROOT, env=plain | environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("missing", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_refuses_to_start_without_what_must_be_chosen(missing: str, tmp_path: Path) -> None:
    given = {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "library.example", "DATA_DIR": str(tmp_path)}
    given.pop(missing)
    result = start_production(**given)
    assert result.returncode != 0
    assert missing in result.stderr


def test_production_passes_djangos_deployment_checks(tmp_path: Path) -> None:
    key = "0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    result = start_production(SECRET_KEY=key, ALLOWED_HOSTS="library.example", DATA_DIR=str(tmp_path))
    assert result.returncode == 0, result.stderr
