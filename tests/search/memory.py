"""A store in memory in place of the engine's."""

import pytest

from search import checks
from search.health import report, start_rebuild
from search.index import condition, drain, integrity, rebuild
from search.management.commands import check_index
from tests.fakes import MemoryStore

MODULES = (check_index, checks, condition, drain, integrity, rebuild, report, start_rebuild)


def put_in_force(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """Return the store that everything writes to during the test."""
    memory = MemoryStore()
    for module in MODULES:
        monkeypatch.setattr(module, "get_store", lambda: memory)
    return memory
