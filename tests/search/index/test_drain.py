"""Draining: rows go away when every generation has the document, and only then."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from pytest_django import DjangoAssertNumQueries

from search.breaker import engine_breaker
from search.engine import EngineUnavailable
from search.index import drain
from search.index.drain import drain_queue, drain_quietly, write_pages
from search.index.models import IndexClock, IndexGeneration, IndexQueueEntry
from search.index.queue import queue_pages
from tests.factories import GuideFactory, OrganisationFactory, publish
from tests.fakes import MemoryStore

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
    engine_breaker.succeeded()
    drain_quietly()
    assert not IndexQueueEntry.objects.exists()


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
    IndexGeneration.objects.create(engine=index.engine, name="next")
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
