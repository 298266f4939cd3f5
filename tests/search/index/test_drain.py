"""Draining: rows go away when every generation has the document, and only then."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from search.breaker import drain_breaker, engine_breaker
from search.engine import EngineUnavailable
from search.index import drain
from search.index.drain import drain_queue, drain_quietly, write_pages
from search.index.models import IndexClock, IndexGeneration, IndexQueueEntry
from search.index.queue import queue_pages
from search.index.register import DEAD_AFTER
from tests.factories import GuideFactory, OrganisationFactory, publish
from tests.fakes import MemoryStore

State = IndexGeneration.State
Committed = Callable[[], AbstractContextManager[object]]
pytestmark = pytest.mark.django_db


def test_a_save_succeeds_while_the_engine_is_down_and_arrives_when_it_is_back(
    index: MemoryStore, committed: Committed
) -> None:
    guide = GuideFactory.create(live=False)
    index.down = True
    with committed():
        publish(guide)
    assert IndexQueueEntry.objects.filter(page_id=guide.pk).exists()
    index.down = False
    assert drain_queue().done > 0
    assert guide.pk in index.documents()
    assert not IndexQueueEntry.objects.exists()


def test_a_drain_against_a_dead_engine_says_so_and_keeps_the_rows(index: MemoryStore) -> None:
    queue_pages([1, 2])
    index.down = True
    with pytest.raises(EngineUnavailable):
        drain_queue()
    drain_quietly()
    assert IndexQueueEntry.objects.count() == 2


def test_after_a_failure_saves_do_not_wait_for_the_engine_again(index: MemoryStore) -> None:
    queue_pages([1])
    index.down = True
    drain_quietly()
    index.down = False
    drain_quietly()
    assert IndexQueueEntry.objects.exists()
    drain_breaker.succeeded()
    drain_quietly()
    assert not IndexQueueEntry.objects.exists()


def test_an_index_that_takes_no_writes_is_searched_all_the_same(index: MemoryStore) -> None:
    queue_pages([1])
    index.down = True
    drain_quietly()
    assert engine_breaker.allows()


def test_while_searches_leave_the_engine_alone_saves_do_too(index: MemoryStore) -> None:
    queue_pages([1])
    engine_breaker.failed()
    drain_quietly()
    assert IndexQueueEntry.objects.exists()
    engine_breaker.succeeded()
    drain_quietly()
    assert not IndexQueueEntry.objects.exists()


def test_what_is_being_built_holds_up_nobody(index: MemoryStore) -> None:
    """Its index may be gone, on a full disk, or not there yet: the one in use is written first."""
    guide = GuideFactory.create()
    queue_pages([guide.pk])
    building = IndexGeneration.objects.create(engine=index.engine, name="gone", version=index.version)
    with pytest.raises(KeyError):
        drain_queue()
    assert guide.pk in index.documents()
    assert IndexQueueEntry.objects.exists()
    IndexGeneration.objects.filter(pk=building.pk).update(state=State.STARTING)
    assert drain_queue().done


def test_a_rebuild_that_died_is_given_up_by_the_next_drain(index: MemoryStore) -> None:
    dead = IndexGeneration.objects.create(engine=index.engine, name="dead", version=index.version)
    IndexGeneration.objects.update(heartbeat_at=timezone.now() - DEAD_AFTER - timedelta(seconds=1))
    index.create("dead")
    queue_pages([1])
    assert drain_queue().done == 1
    dead.refresh_from_db()
    assert (dead.state, dead.message[:15]) == (State.FAILED, "No sign of life")
    assert index.names() == [index.pointer]


def test_a_rebuild_that_died_after_its_swap_is_made_live_by_the_next_drain(index: MemoryStore) -> None:
    old = index.pointer
    IndexGeneration.objects.create(engine=index.engine, name="swapped", version=index.version)
    IndexGeneration.objects.update(heartbeat_at=timezone.now() - DEAD_AFTER - timedelta(seconds=1))
    index.create("swapped")
    index.promote("swapped")
    queue_pages([1])
    drain_queue()
    states = dict(IndexGeneration.objects.values_list("name", "state"))
    assert states == {old: State.RETIRED, "swapped": State.LIVE}
    assert index.names() == ["swapped"]


def test_rows_wait_while_the_index_is_of_another_version(index: MemoryStore) -> None:
    IndexGeneration.objects.update(version="0")
    queue_pages([1])
    with pytest.raises(EngineUnavailable, match="this version of the site can use; rebuild_index"):
        drain_queue()
    assert IndexQueueEntry.objects.get().attempts == 0


def test_a_refused_document_keeps_its_row_with_the_reason_and_holds_up_nobody(index: MemoryStore) -> None:
    odd, fine = GuideFactory.create(), GuideFactory.create()
    index.refuses = {odd.pk}
    queue_pages([odd.pk, fine.pk])
    report = drain_queue()
    assert (report.done, report.refused) == (1, 1)
    row = IndexQueueEntry.objects.get()
    assert (row.page_id, row.attempts, row.error) == (odd.pk, 1, "too odd")
    assert fine.pk in index.documents()


def test_an_older_reading_does_not_replace_a_newer_one(index: MemoryStore) -> None:
    guide = GuideFactory.create(title="Old")
    write_pages(index, {guide.pk})
    old = index.documents()[guide.pk]
    early = IndexClock.tick()
    guide.title = "New"
    guide.save()
    write_pages(index, {guide.pk})
    index.write(index.pointer or "", [old], [], early)
    assert index.documents()[guide.pk].title == "New"


def test_changes_go_to_the_generation_in_use_and_to_the_one_being_built(index: MemoryStore) -> None:
    index.create("next")
    IndexGeneration.objects.create(engine=index.engine, name="next", version=index.version)
    guide = GuideFactory.create()
    queue_pages([guide.pk])
    drain_queue()
    assert guide.pk in index.documents()
    assert guide.pk in index.documents("next")


def test_without_an_index_rows_wait(store: MemoryStore) -> None:
    queue_pages([1])
    with pytest.raises(EngineUnavailable, match="rebuild_index"):
        drain_queue()
    assert IndexQueueEntry.objects.count() == 1


def test_rows_are_drained_in_batches_each_met_once(index: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drain, "BATCH", 2)
    index.refuses = {1}
    queue_pages(range(1, 6))
    report = drain_queue()
    assert (report.done, report.refused) == (4, 1)


def test_a_batch_costs_the_same_number_of_queries_however_large(
    index: MemoryStore, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    organisation = OrganisationFactory.create()
    for count in (1, 12):
        for _ in range(count):
            GuideFactory.create(parent=organisation)
        queue_pages(organisation.get_children().values_list("pk", flat=True))
        with django_assert_max_num_queries(40):
            drain_queue()


def test_the_clock_only_goes_forward() -> None:
    assert IndexClock.tick() < IndexClock.tick() < IndexClock.tick()
