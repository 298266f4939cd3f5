"""The run of all checks: resumed after a death, made once by two workers, not stopped by a check that fails."""

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from library.models import DecisionKind, FileState, Finding, LibraryDocument, ResourceFile, Stage, Submission
from library.moderation.checks import run
from library.moderation.checks.base import Found
from library.moderation.checks.licence import LicenceChosen
from library.moderation.checks.material import Material
from library.moderation.checks.patience import PATIENCE
from library.moderation.checks.run import run_checks
from library.moderation.checks.waiting import check_what_waits
from network.models import User
from tests.factories import DocumentFactory
from tests.library.moderation.stage import Network, after_commit

type Look = Callable[[LicenceChosen, Material, Mapping[str, Any]], Iterator[Found]]


class Killed(BaseException):
    """The end of a process: nothing in it that handles errors gets to see it."""


@pytest.fixture(autouse=True)
def left_to_the_worker() -> Iterator[None]:
    with override_settings(CHECKS_RUN="worker"):
        yield


def sent_without_licence(network: Network) -> Submission:
    page = network.draft()
    page.licence = None
    page.save_revision()
    submission = network.send(page)
    assert submission.stage == Stage.CHECKS
    return submission


def instead(monkeypatch: pytest.MonkeyPatch, look: Look) -> None:
    """Let the check of the licence look in this way."""
    monkeypatch.setattr(LicenceChosen, "look", look)


def ends(submission: Submission) -> tuple[str, int, int]:
    """Return where it stands, and how often a finding and a line in the log were written."""
    submission.refresh_from_db()
    return (
        submission.stage,
        submission.findings.filter(check_id="licence").count(),
        submission.decisions.filter(kind=DecisionKind.CHECKS_BLOCK).count(),
    )


def test_a_worker_killed_in_the_middle_leaves_it_to_the_next(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    submission = sent_without_licence(network)

    def die(self: LicenceChosen, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        raise Killed

    with monkeypatch.context() as patch:
        instead(patch, die)
        with pytest.raises(Killed):
            check_what_waits()
    assert ends(submission) == (Stage.CHECKS, 0, 0)
    assert after_commit(check_what_waits) == 1
    assert ends(submission) == (Stage.SENT_BACK, 1, 1)


def test_a_worker_killed_while_it_writes_leaves_nothing_half_done(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission = sent_without_licence(network)

    def die(*args: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(run, "record", die)
        with pytest.raises(Killed):
            check_what_waits()
    assert ends(submission) == (Stage.CHECKS, 0, 0)
    after_commit(check_what_waits)
    assert ends(submission) == (Stage.SENT_BACK, 1, 1)


def test_two_workers_at_once_move_it_on_once(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    submission = sent_without_licence(network)
    others: list[bool] = []
    plain: Look = LicenceChosen.look

    def look(self: LicenceChosen, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        if not others:
            others.append(False)
            others.append(run_checks(Submission.objects.get(pk=submission.pk)))  # the other one is faster
        return plain(self, material, options)

    instead(monkeypatch, look)
    assert after_commit(check_what_waits) == 0
    assert others == [False, True]
    assert ends(submission) == (Stage.SENT_BACK, 1, 1)


def test_what_is_taken_back_while_it_is_checked_stays_taken_back(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    submission = sent_without_licence(network)

    def look(self: LicenceChosen, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        workflow_state = Submission.objects.get(pk=submission.pk).workflow_state
        assert workflow_state is not None
        workflow_state.cancel(user=network.author)
        yield Found("licence")

    instead(monkeypatch, look)
    assert after_commit(check_what_waits) == 0
    assert ends(submission) == (Stage.WITHDRAWN, 0, 0)


def page_for(user: User, submission: Submission) -> str:
    client = Client()
    client.force_login(user)
    return client.get(reverse("review_submission", args=[submission.pk])).content.decode()


def test_a_check_that_fails_holds_nothing_up_and_reviewers_are_told(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: LicenceChosen, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        yield Found("licence")
        raise ZeroDivisionError

    instead(monkeypatch, fail)
    submission = network.send(network.draft())
    after_commit(check_what_waits)
    assert ends(submission) == (Stage.REVIEW, 1, 0)
    assert Finding.objects.get(submission=submission).level == "warn"
    assert "“Licence chosen” could not be checked." in page_for(network.leader_be, submission)


def sent_with_file(network: Network) -> tuple[Submission, LibraryDocument]:
    page, document = network.draft(), DocumentFactory()
    LibraryDocument.objects.filter(pk=document.pk).update(state=FileState.WAITING)
    page.files.add(ResourceFile(document=document))
    page.save_revision()
    return network.send(page), document


@pytest.mark.parametrize(("state", "stage"), [("read", Stage.REVIEW), ("password", Stage.SENT_BACK)])
def test_a_file_that_is_not_read_yet_is_waited_for(network: Network, state: str, stage: str) -> None:
    submission, document = sent_with_file(network)
    assert check_what_waits() == 0
    assert ends(submission)[0] == Stage.CHECKS
    LibraryDocument.objects.filter(pk=document.pk).update(state=state)
    assert after_commit(check_what_waits) == 1
    assert ends(submission)[0] == stage


def test_a_file_that_is_never_read_is_not_waited_for_without_end(network: Network) -> None:
    submission, _document = sent_with_file(network)
    with time_machine.travel(timezone.now() + PATIENCE + timedelta(minutes=1)):
        assert after_commit(check_what_waits) == 1
    assert ends(submission)[0] == Stage.REVIEW
    assert [(each.check_id, each.level) for each in submission.findings.all()] == [("files", "info")]
