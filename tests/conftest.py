"""What every test can use."""

import socket
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation

from search.breaker import drain_breaker, engine_breaker
from search.vocabulary.snapshot import forget_vocabulary

pytest_plugins = ["tests.components", "tests.scripted", "tests.smtp"]


@pytest.fixture(autouse=True)
def fresh_process() -> Iterator[None]:
    """Forget what a process or thread keeps between requests: every test begins with nothing known, in English."""
    translation.activate(settings.LANGUAGE_CODE)
    forget_vocabulary()
    engine_breaker.succeeded()
    drain_breaker.succeeded()
    yield
    forget_vocabulary()


@pytest.fixture(autouse=True)
def no_names_but_our_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Resolve loopback only: whatever looks up another name is told that this cannot be answered now."""
    resolve = socket.getaddrinfo

    def resolve_loopback(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host in (None, "", "localhost", "127.0.0.1", "::1"):
            return resolve(host, *args, **kwargs)
        raise socket.gaierror(socket.EAI_AGAIN, "Tests look up no names")

    monkeypatch.setattr(socket, "getaddrinfo", resolve_loopback)
