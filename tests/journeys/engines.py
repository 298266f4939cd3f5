"""A search engine of a module's own: a folder, or a prefix on the test server, that is cleared at the end."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from django.test import override_settings

from search import reach
from search.breaker import CircuitBreaker, engine_breaker
from search.engine import EngineUnavailable
from search.engines import get_engine, get_store


@contextmanager
def engine_in_force(name: str, folder: Path) -> Iterator[None]:
    """Let the site search with the engine of this name, with an index of its own."""
    with override_settings(
        SEARCH_ENGINE=name,
        SEARCH_INDEX_DIR=folder,
        ELASTICSEARCH_URL=os.environ.get("TEST_ELASTICSEARCH_URL", ""),
        ELASTICSEARCH_PREFIX=f"journey-{uuid4().hex[:8]}",
        SEARCH_TIMEOUT=10.0,  # a test server on a busy machine is slow, not absent
    ):
        _choose_again()
        try:
            yield
        finally:
            for generation in get_store().names():
                get_store().drop(generation)
            _choose_again()


def _choose_again() -> None:
    get_engine.cache_clear()
    get_store.cache_clear()
    engine_breaker.succeeded()


@contextmanager
def engine_out_of_reach() -> Iterator[None]:
    """Let the engine fail, so that the database answers."""

    def refuse() -> None:
        raise EngineUnavailable("out of reach for this test")

    with patch.object(reach, "get_engine", refuse), patch.object(reach, "engine_breaker", CircuitBreaker()):
        yield
