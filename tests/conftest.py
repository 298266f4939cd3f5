"""What every test can use."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.utils import translation

from search.breaker import drain_breaker, engine_breaker
from search.vocabulary.snapshot import forget_vocabulary

pytest_plugins = ["tests.components", "tests.scripted"]


@pytest.fixture(autouse=True)
def fresh_process() -> Iterator[None]:
    """Forget what a process or thread keeps between requests: every test begins with nothing known, in English."""
    translation.activate(settings.LANGUAGE_CODE)
    forget_vocabulary()
    engine_breaker.succeeded()
    drain_breaker.succeeded()
    yield
    forget_vocabulary()
