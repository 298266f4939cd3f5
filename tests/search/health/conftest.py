"""A store in memory, an administrator, and a launch that only takes notes."""

from collections.abc import Sequence

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from home.set_up import set_up_network
from network.models import User
from network.rights import ADMINISTRATORS
from search.health import start_rebuild
from search.index.rebuild import rebuild_index
from tests.factories import UserFactory
from tests.fakes import MemoryStore
from tests.search.memory import put_in_force


@pytest.fixture
def index(db: None, monkeypatch: pytest.MonkeyPatch) -> MemoryStore:
    """The store in force, with a live generation."""
    memory = put_in_force(monkeypatch)
    rebuild_index()
    return memory


@pytest.fixture
def launched(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """The commands that would have been started."""
    commands: list[Sequence[str]] = []
    monkeypatch.setattr(start_rebuild, "launch_detached", commands.append)
    return commands


@pytest.fixture
def administrator(db: None) -> Client:
    """The browser of a network administrator."""
    set_up_network()
    person: User = UserFactory()
    person.groups.add(Group.objects.get(name=ADMINISTRATORS))
    client = Client()
    client.force_login(person)
    return client
