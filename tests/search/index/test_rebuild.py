"""Rebuilding: the old index serves until the new one is complete, checked and swapped in."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from search.engine import EngineUnavailable
from search.index import rebuild
from search.index.integrity import Fingerprints
from search.index.models import IndexGeneration, IndexQueueEntry
from search.index.queue import queue_pages
from search.index.rebuild import RebuildError, rebuild_index
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


@pytest.mark.parametrize("step", ["create", "write", "refresh", "promote"])
def test_aborted_at_any_step_the_old_index_serves_and_nothing_is_orphaned(
    index: MemoryStore, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    GuideFactory.create()
    old = index.pointer

    def fail(*args: object) -> None:
        raise EngineUnavailable("pulled the plug")

    with monkeypatch.context() as patch:
        patch.setattr(index, step, fail)
        with pytest.raises(EngineUnavailable):
            rebuild_index()
    assert index.pointer == old
    assert index.names() == [old]
    assert IndexGeneration.objects.get(state=State.FAILED).message == "pulled the plug"
    rebuild_index()
    assert len(index.documents()) == 1


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
    rebuild.adopt_live(index)
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
