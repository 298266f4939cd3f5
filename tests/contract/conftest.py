"""Every test of the contract runs on both engines; those of Elasticsearch are skipped where there is no server."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import override_settings

from tests.contract.shelf import Shelf

ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]


@pytest.fixture(scope="module", params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Return the name of the engine under test."""
    return str(request.param)


@pytest.fixture(scope="module")
def shelf(engine_name: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    """Give an engine of the module's own: a folder, or a prefix on the server, that nobody else uses."""
    folder: Path = tmp_path_factory.mktemp("index")
    with override_settings(
        SEARCH_ENGINE=engine_name,
        SEARCH_INDEX_DIR=folder,
        ELASTICSEARCH_URL=os.environ.get("TEST_ELASTICSEARCH_URL", ""),
        ELASTICSEARCH_PREFIX=f"contract-{uuid4().hex[:8]}",
        SEARCH_TIMEOUT=10.0,  # a test server on a busy machine is slow, not absent
    ):
        own = Shelf(engine_name)
        yield own
        own.clear()


@pytest.fixture
def empty_shelf(shelf: Shelf) -> Shelf:
    """Give the same engine without any generation."""
    shelf.clear()
    return shelf
