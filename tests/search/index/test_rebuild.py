"""Rebuilding: the old index serves until the new one is complete, checked and swapped in."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError
from django.utils import timezone

from search.engine import EngineUnavailable
from search.index import portions, rebuild
from search.index.drain import MAX_ATTEMPTS
from search.index.integrity import Fingerprints
from search.index.models import IndexGeneration, IndexQueueEntry
from search.index.queue import queue_pages
from search.index.rebuild import rebuild_index
from search.index.register import RebuildError, adopt_live, claim, leftovers, make_live
from tests.factories import CaseStudyFactory, EventFactory, GuideFactory, TrainingFactory
from tests.fakes import MemoryStore

State = IndexGeneration.State
pytestmark = pytest.mark.django_db


def test_a_rebuild_indexes_every_published_resource_and_prunes_the_old_generation(index: MemoryStore) -> None:
    old = index.pointer
    made = {factory.create().pk for factory in (GuideFactory, CaseStudyFactory, EventFactory, TrainingFactory)}
    GuideFactory.create(live=False)
    seen: list[tuple[int, int]] = []
    generation = rebuild_index(lambda done, total: seen.append((done, total)))
    assert set(index.documents()) == made
    assert index.pointer == generation.name != old
    assert index.names() == [generation.name]
    assert seen[-1] == (4, 4)
    assert (generation.state, generation.documents) == (State.LIVE, 4)


@pytest.mark.parametrize("error", [EngineUnavailable("pulled the plug"), KeyboardInterrupt("pulled the plug")])
@pytest.mark.parametrize("step", ["create", "write", "refresh", "fingerprints", "promote"])
def test_aborted_at_any_step_the_old_index_serves_and_nothing_is_orphaned(
    index: MemoryStore, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    GuideFactory.create()
    old = index.pointer

    def fail(*args: object) -> None:
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(index, step, fail)
        with pytest.raises(type(error), match="pulled the plug"):
            rebuild_index()
    assert index.pointer == old
    assert index.names() == [old]
    assert states() == [(old, State.LIVE), ("", State.FAILED)]
    assert IndexGeneration.objects.get(state=State.FAILED).message == "pulled the plug"
    rebuild_index()
    assert len(index.documents()) == 1


def states() -> list[tuple[str | None, str]]:
    """Return the register in its order; a generation that failed has a name of its own, left out."""
    rows = IndexGeneration.objects.order_by("pk").values_list("name", "state")
    return [("" if state == State.FAILED else name, state) for name, state in rows]


@pytest.mark.parametrize("batch", [1, 2, 3])
def test_aborted_in_any_batch_nothing_is_orphaned(
    index: MemoryStore, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(portions, "MOST_PAGES", 1)
    GuideFactory.create_batch(3)
    old, write, calls = index.pointer, index.write, []

    def fail_in_time(name: str, *args: Any) -> object:
        calls.append(name)
        if len(calls) == batch:
            raise EngineUnavailable("the disk is full")
        return write(name, *args)

    monkeypatch.setattr(index, "write", fail_in_time)
    with pytest.raises(EngineUnavailable, match="the disk is full"):
        rebuild_index()
    assert (index.pointer, index.names()) == (old, [old])
    assert states() == [(old, State.LIVE), ("", State.FAILED)]


def test_aborted_between_the_swap_and_the_register_the_swap_stands(
    index: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide, calls = GuideFactory.create(), []

    def fail_once(store: MemoryStore, generation: IndexGeneration, documents: int) -> None:
        calls.append(generation)
        if len(calls) == 1:
            raise DatabaseError("gone for a moment")
        make_live(store, generation, documents)

    monkeypatch.setattr(rebuild, "make_live", fail_once)
    generation = rebuild_index()
    assert index.names() == [index.pointer] == [generation.name]
    assert set(index.documents()) == {guide.pk}
    assert IndexGeneration.objects.get(state=State.LIVE).documents == 1


def test_aborted_while_old_generations_are_deleted_the_new_one_serves(
    index: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = index.pointer

    def fail(name: str) -> None:
        raise EngineUnavailable("too late")

    with monkeypatch.context() as patch:
        patch.setattr(index, "drop", fail)
        generation = rebuild_index()
    assert index.pointer == generation.name
    assert leftovers(index) == [old]
    rebuild_index()
    assert leftovers(index) == []
    assert len(index.names()) == 1


def test_an_old_index_that_takes_no_writes_does_not_hold_up_the_new_one(
    index: MemoryStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A broken file or a full disk with changes in the queue: otherwise it could never be mended."""
    guide = GuideFactory.create()
    queue_pages([guide.pk])
    old, write = index.pointer, index.write

    def refuse_the_old(name: str, *args: Any) -> object:
        if name == old:
            raise EngineUnavailable("the disk is full")
        return write(name, *args)

    monkeypatch.setattr(index, "write", refuse_the_old)
    rebuild_index()
    assert set(index.documents()) == {guide.pk}
    assert not IndexQueueEntry.objects.exists()


def test_what_the_old_index_refused_is_tried_again_after_a_rebuild(index: MemoryStore) -> None:
    guide = GuideFactory.create()
    IndexQueueEntry.objects.create(page_id=guide.pk, attempts=MAX_ATTEMPTS, error="too odd")
    rebuild_index()
    assert set(index.documents()) == {guide.pk}
    assert not IndexQueueEntry.objects.exists()


def test_an_index_of_another_version_is_replaced(index: MemoryStore) -> None:
    """Its changes wait; the store of this version does not see it as live."""
    guide = GuideFactory.create()
    queue_pages([guide.pk])
    old, index.version, index.pointer = index.pointer, "2", None
    generation = rebuild_index()
    assert index.names() == [generation.name]
    assert generation.version == "2"
    assert states() == [(old, State.RETIRED), (generation.name, State.LIVE)]
    assert not IndexQueueEntry.objects.exists()


def test_a_rebuild_may_be_claimed_before_its_process_starts(index: MemoryStore) -> None:
    waiting = claim(index)
    with pytest.raises(RebuildError, match="under way"):
        rebuild_index()
    assert rebuild_index(name=waiting.name).name == waiting.name == index.pointer
    with pytest.raises(RebuildError, match="given up before it began"):
        rebuild_index(name=waiting.name)


def test_a_rebuild_that_was_taken_for_dead_does_not_swap(index: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    old, verify = index.pointer, rebuild._verify

    def sleep_then_verify(store: MemoryStore, generation: IndexGeneration, written: Fingerprints) -> None:
        verify(store, generation, written)
        IndexGeneration.objects.filter(pk=generation.pk).update(state=State.FAILED)

    monkeypatch.setattr(rebuild, "_verify", sleep_then_verify)
    with pytest.raises(RebuildError, match="silent for two minutes"):
        rebuild_index()
    assert (index.pointer, index.names()) == (old, [old])


def test_a_refused_document_stops_the_rebuild(index: MemoryStore) -> None:
    index.refuses = {GuideFactory.create().pk}
    with pytest.raises(RebuildError, match="too odd"):
        rebuild_index()


def test_two_rebuilds_at_once_are_kept_apart(index: MemoryStore) -> None:
    IndexGeneration.objects.create(engine=index.engine, name="busy")
    with pytest.raises(RebuildError, match="under way"):
        rebuild_index()


def test_a_rebuild_that_died_is_replaced(index: MemoryStore) -> None:
    dead = IndexGeneration.objects.create(engine=index.engine, name="dead")
    index.create("dead")
    IndexGeneration.objects.filter(pk=dead.pk).update(heartbeat_at=timezone.now() - timedelta(minutes=3))
    rebuild_index()
    dead.refresh_from_db()
    assert dead.state == State.FAILED
    assert "dead" not in index.names()


def test_killed_between_the_swap_and_the_register_the_pointer_decides(index: MemoryStore) -> None:
    index.create("swapped")
    index.promote("swapped")
    IndexGeneration.objects.create(engine=index.engine, name="swapped")
    adopt_live(index)
    assert IndexGeneration.objects.get(state=State.LIVE).name == "swapped"


def test_changes_during_a_rebuild_are_in_the_new_index(index: MemoryStore, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = GuideFactory.create(title="Before")
    verify = rebuild._verify

    def edit_then_verify(store: MemoryStore, generation: IndexGeneration, written: Fingerprints) -> None:
        guide.title = "After"
        guide.save()
        queue_pages([guide.pk])
        verify(store, generation, written)

    monkeypatch.setattr(rebuild, "_verify", edit_then_verify)
    rebuild_index()
    assert index.documents()[guide.pk].title == "After"
    assert not IndexQueueEntry.objects.exists()


def test_the_commands_rebuild_check_and_drain(index: MemoryStore, capsys: pytest.CaptureFixture[str]) -> None:
    guide = GuideFactory.create()
    call_command("rebuild_index")
    call_command("check_index")
    assert "equals the database" in capsys.readouterr().out
    queue_pages([guide.pk])
    call_command("drain_index_queue")
    assert "1 changes written" in capsys.readouterr().out


def test_if_missing_does_nothing_when_the_index_is_there(
    index: MemoryStore, capsys: pytest.CaptureFixture[str]
) -> None:
    before = index.pointer
    call_command("rebuild_index", "--if-missing")
    assert index.pointer == before
    index.pointer = None
    call_command("rebuild_index", "--if-missing")
    assert index.pointer not in {None, before}


def test_the_commands_say_what_to_do_when_the_engine_is_down(index: MemoryStore) -> None:
    queue_pages([1])
    index.down = True
    for command in ("rebuild_index", "check_index", "drain_index_queue"):
        with pytest.raises(CommandError, match="The memory is out"):
            call_command(command)
