"""check_index: what differs between database and index, by name."""

import pytest
from django.core.management import CommandError, call_command

from search.index.integrity import check_live_index
from search.index.models import IndexClock
from search.index.queue import queue_pages
from tests.factories import GuideFactory
from tests.fakes import MemoryStore

pytestmark = pytest.mark.django_db


def test_differences_of_each_kind_are_listed(index: MemoryStore, capsys: pytest.CaptureFixture[str]) -> None:
    missing, extra, outdated, fine = (GuideFactory.create() for _ in range(4))
    call_command("rebuild_index")
    index.write(index.pointer or "", [], [missing.pk], IndexClock.tick())
    type(extra).objects.filter(pk=extra.pk).update(live=False)
    type(outdated).objects.filter(pk=outdated.pk).update(title="Changed behind its back")
    report = check_live_index()
    assert (report.missing, report.extra, report.outdated) == ((missing.pk,), (extra.pk,), (outdated.pk,))
    with pytest.raises(CommandError, match="1 missing, 1 extra, 1 outdated"):
        call_command("check_index")
    listed = capsys.readouterr().out
    assert f"missing\tpage {missing.pk}" in listed
    assert f"page {fine.pk}" not in listed


def test_what_waits_in_the_queue_is_no_difference(index: MemoryStore) -> None:
    guide = GuideFactory.create()
    queue_pages([guide.pk])
    report = check_live_index()
    assert report.clean
    assert report.waiting == 1


def test_without_an_index_the_command_says_how_to_make_one(store: MemoryStore) -> None:
    with pytest.raises(CommandError, match="rebuild_index"):
        call_command("check_index")
