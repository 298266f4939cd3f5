"""Starting a rebuild in a process of its own."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from search.health.start_rebuild import launch_detached, start_rebuild
from search.index.models import IndexGeneration
from search.index.register import RebuildError
from tests.conditions import wait_until
from tests.fakes import MemoryStore

State = IndexGeneration.State


def test_a_command_runs_in_a_session_of_its_own(tmp_path: Path) -> None:
    note = tmp_path / "note"
    code = f"import os, pathlib; pathlib.Path({str(note)!r}).write_text(str(os.getsid(0) == os.getpid()))"
    launch_detached([sys.executable, "-c", code])
    wait_until(lambda: note.exists() and note.read_text() == "True")


@pytest.mark.django_db
def test_what_cannot_be_started_does_not_hold_up_the_next(index: MemoryStore) -> None:
    def fail(command: Sequence[str]) -> None:
        raise OSError("no such program")

    with pytest.raises(RebuildError, match=r"could not be started: no such program\. Run manage.py rebuild_index"):
        start_rebuild(fail)
    assert IndexGeneration.objects.get(state=State.FAILED).message == "no such program"
    assert start_rebuild(lambda command: None).state == State.STARTING
