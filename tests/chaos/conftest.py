"""Other processes on the test database: their settings, and that none outlives its test."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from tests.chaos.processes import Program


@pytest.fixture
def site(django_db_setup: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The surroundings of a worker: production settings and this database; its folder."""
    surroundings = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "a-key-that-keeps-no-secret-at-all-0123456789-0123456789",
        "ALLOWED_HOSTS": "library.example",
        "SITE_URL": "https://library.example",
        "DATABASE_URL": database_address(),
        "DATA_DIR": str(tmp_path),
        "ELASTICSEARCH_URL": "",
    }
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def database_address() -> str:
    """Return the address of the test database, for another process."""
    names = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{names['NAME']}"
    account = f"{quote(names['USER'])}:{quote(names['PASSWORD'])}"
    return f"postgres://{account}@{quote(names['HOST'], safe='')}:{names['PORT']}/{names['NAME']}"


@pytest.fixture
def workers(site: Path) -> Iterator[list[Program]]:
    """Workers that a test starts; none outlives it."""
    started: list[Program] = []
    yield started
    for worker in started:
        worker.end()
