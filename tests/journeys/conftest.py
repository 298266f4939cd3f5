"""Journeys: a real browser, a real server, a real engine. One stage for a module; problems in a page fail the test."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from search.index.rebuild import rebuild_index
from tests.journeys.browsing import FLAGS, PATIENCE, Visits
from tests.journeys.database import database_put_back
from tests.journeys.engines import engine_in_force
from tests.journeys.stage import Stage, set_stage

FOLDER = Path(__file__).parent
BOTH_ENGINES = ["embedded", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run the journeys after other tests and together, so that browser and library are made once a process.

    Tests that commit come last of all: pytest-django empties the database after them, also of what migrations put in.
    """
    items.sort(key=lambda item: (commits(item), is_journey(item)))


def is_journey(item: pytest.Item) -> bool:
    """Tell whether a test belongs to this folder."""
    return item.path.is_relative_to(FOLDER)


def commits(item: pytest.Item) -> bool:
    """Tell whether a test has asked for a database without a rollback."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction"))


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser; Playwright's loop in this thread must not keep Django from using the database in it."""
    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM_PATH"], args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def engine_name(request: pytest.FixtureRequest) -> str:
    """The engine of the module: parametrised indirectly where both are wanted."""
    return str(getattr(request, "param", "embedded"))


@pytest.fixture(scope="package")
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database for the whole folder; the fixture of this name elsewhere rolls back after each test.

    The name matters: pytest-django makes no test database for tests that ask neither for it nor for its marker.
    """
    with django_db_blocker.unblock(), database_put_back():
        yield


@pytest.fixture(scope="package")
def library(browser: Browser, db: None) -> Stage:
    """What is in the database when a module begins."""
    return set_stage()


@pytest.fixture(scope="module")
def stage(engine_name: str, library: Stage, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The library with an index of it; what a test leaves behind is there for the next of the module, and no longer."""
    with database_put_back(), engine_in_force(engine_name, tmp_path_factory.mktemp("index")):
        rebuild_index()
        yield library


@pytest.fixture(scope="module")
def server(stage: Stage) -> Iterator[str]:
    """The address of a server in threads of this process."""
    live = LiveServer("127.0.0.1")
    yield live.url
    live.stop()


@pytest.fixture
def visits(browser: Browser, server: str) -> Iterator[Visits]:
    """Windows of one test; every error in one of them fails it."""
    windows = Visits(browser, server)
    yield windows
    windows.close()
    assert windows.problems == []


def on_both_engines() -> Any:
    """Run a module's tests on the embedded engine and on Elasticsearch."""
    return pytest.mark.parametrize("engine_name", BOTH_ENGINES, indirect=True)
