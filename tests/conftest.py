"""What every test can use."""

from collections.abc import Iterator

import pytest

from search.breaker import engine_breaker
from search.vocabulary.snapshot import forget_vocabulary

pytest_plugins = ["tests.components", "tests.scripted"]


@pytest.fixture(autouse=True)
def fresh_process() -> Iterator[None]:
    """Forget what a process keeps between requests: every test has a database of its own."""
    forget_vocabulary()
    engine_breaker.succeeded()
    yield
    forget_vocabulary()
