"""A tally of its own for every test of counting, and a browser."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from library.models import ResourcePage, ResourceUse
from library.use import counting
from library.use.tally import Tally
from library.use.write_counts import write_counts

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"

Figures = Mapping[int, tuple[int, int]]


@pytest.fixture(autouse=True)
def tally(monkeypatch: pytest.MonkeyPatch) -> Tally:
    """Let every test begin with nothing counted."""
    fresh = Tally(write_counts)
    monkeypatch.setattr(counting, "tally", fresh)
    return fresh


@pytest.fixture
def browser() -> Client:
    """Somebody with a browser, without an account."""
    return Client(headers={"user-agent": FIREFOX})


@pytest.fixture
def counted(tally: Tally) -> Callable[[], Figures]:
    """Write what waits; return views and downloads of each resource."""

    def write_and_read() -> Figures:
        assert tally.flush()
        return {row.resource_id: (row.views, row.downloads) for row in ResourceUse.objects.all()}

    return write_and_read


def use(page: ResourcePage, views: int = 0, downloads: int = 0, day: date | None = None) -> None:
    """Write down use of a resource, today unless another day is given."""
    ResourceUse.objects.create(resource=page, day=day or timezone.localdate(), views=views, downloads=downloads)
