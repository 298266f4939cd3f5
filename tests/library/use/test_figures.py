"""The figure that "most used" sorts by, and who is told when it changes."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from library.models import ResourceUse, UseClock
from library.signals import resources_changed
from library.use.figures import DOWNLOAD_WEIGHT, uses_of
from library.use.tell_changes import BATCH, PAUSE, tell_changed_uses
from search.index.builder import build_documents
from search.index.models import IndexQueueEntry
from tests.factories import GuideFactory
from tests.library.use.conftest import use

pytestmark = pytest.mark.django_db


@pytest.fixture
def told() -> Iterator[list[list[int]]]:
    """What is told, each time it is."""
    heard: list[list[int]] = []

    def listen(page_ids: list[int], **kwargs: Any) -> None:
        heard.append(page_ids)

    resources_changed.connect(listen)
    yield heard
    resources_changed.disconnect(listen)


def an_hour_passes() -> None:
    UseClock.objects.update(told_at=timezone.now() - PAUSE)


def test_views_and_downloads_of_the_last_year_make_one_figure(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    used, unused, old = GuideFactory(), GuideFactory(), GuideFactory()
    today = timezone.localdate()
    use(used, views=5, downloads=2)
    use(used, views=1, day=today - timedelta(days=364))
    use(used, views=100, day=today - timedelta(days=365))
    use(old, views=100, day=today - timedelta(days=365))
    with django_assert_num_queries(1):
        assert uses_of([used.pk, unused.pk, old.pk]) == {used.pk: 6 + 2 * DOWNLOAD_WEIGHT}


def test_the_document_of_a_resource_carries_its_figure() -> None:
    used, unused = GuideFactory(), GuideFactory()
    use(used, views=5)
    assert [document.uses for document in build_documents([used.pk, unused.pk])] == [5, 0]


def test_what_has_changed_is_told_once(told: list[list[int]]) -> None:
    page, _unused = GuideFactory(), GuideFactory()
    use(page, views=1)
    assert tell_changed_uses() == 1
    an_hour_passes()
    assert tell_changed_uses() == 0
    assert told == [[page.pk]]


def test_it_is_told_once_an_hour_whoever_asks(told: list[list[int]]) -> None:
    page = GuideFactory()
    use(page, views=1)
    tell_changed_uses()
    ResourceUse.objects.update(views=2)
    assert tell_changed_uses() == 0
    an_hour_passes()
    assert tell_changed_uses() == 1
    assert told == [[page.pk], [page.pk]]


def test_use_that_is_over_a_year_old_is_told_to_be_none(told: list[list[int]]) -> None:
    page = GuideFactory()
    use(page, views=1)
    tell_changed_uses()
    with time_machine.travel(timezone.now() + timedelta(days=366), tick=False):
        assert tell_changed_uses() == 1
        an_hour_passes()
        assert tell_changed_uses() == 0
    assert told == [[page.pk], [page.pk]]


def test_many_changes_are_told_in_batches(told: list[list[int]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("library.use.tell_changes.BATCH", 2)
    assert BATCH > 2
    for page in (GuideFactory(), GuideFactory(), GuideFactory()):
        use(page, views=1)
    assert tell_changed_uses() == 3
    assert [len(batch) for batch in told] == [2, 1]


def test_where_telling_fails_it_is_told_an_hour_later(told: list[list[int]]) -> None:
    page = GuideFactory()
    use(page, views=1)

    def fail(**kwargs: Any) -> None:
        raise OSError("the listener failed")

    resources_changed.connect(fail)
    try:
        with pytest.raises(OSError, match="listener"):
            tell_changed_uses()
    finally:
        resources_changed.disconnect(fail)
    an_hour_passes()
    told.clear()
    assert tell_changed_uses() == 1
    assert told == [[page.pk]]


def test_asking_within_the_hour_costs_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    tell_changed_uses()
    with django_assert_num_queries(1):
        tell_changed_uses()


def test_the_worker_brings_new_figures_to_the_index(settings: Settings) -> None:
    settings.SEARCH_DRAIN = "worker"
    page = GuideFactory()
    IndexQueueEntry.objects.all().delete()
    use(page, views=1)
    call_command("run_worker", "--once")
    assert list(IndexQueueEntry.objects.values_list("page_id", flat=True)) == [page.pk]  # no index: it waits
