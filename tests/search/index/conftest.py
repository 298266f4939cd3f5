"""A store in memory in place of the engine's, and an index to write to."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks

from search.index.rebuild import rebuild_index
from tests.fakes import MemoryStore
from tests.search.memory import put_in_force


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """The store that everything in ``search.index`` writes to during the test."""
    return put_in_force(monkeypatch)


@pytest.fixture
def index(db: None, store: MemoryStore) -> MemoryStore:
    """The store with a live generation of what is in the database now."""
    rebuild_index()
    return store


@pytest.fixture
def committed(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> Callable[..., object]:
    """``with committed():`` what is changed inside is committed, and drained, at the end of the block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
