"""What time does: reminders before and after the due date, the region above, the network's editors."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from library.models import Submission
from library.moderation.claim import claim_review
from library.moderation.events import Event, submission_moving
from library.moderation.rounds import look_at_due_dates
from library.moderation.routing import reviewers_of
from library.moderation.submissions import Escalation
from network.models import Leadership
from tests.library.moderation.stage import Network, after_commit

MONDAY = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def told() -> Iterator[list[Event]]:
    heard: list[Event] = []

    def hear(sender: object, event: Event, **kwargs: object) -> None:
        heard.append(event)

    submission_moving.connect(hear)
    yield heard
    submission_moving.disconnect(hear)


@pytest.fixture
def sent(network: Network) -> Submission:
    """Sent on a Monday, due on the next."""
    with time_machine.travel(MONDAY, tick=False):
        submission = network.send(network.draft())
    assert submission.due_at == MONDAY + timedelta(days=7)
    return submission


@pytest.fixture
def after(told: list[Event]) -> Callable[[int], list[Event]]:
    def events(days: int) -> list[Event]:
        told.clear()
        with time_machine.travel(MONDAY + timedelta(days=days), tick=False):
            for _twice in range(2):
                after_commit(look_at_due_dates)
        return list(told)

    return events


def test_each_step_comes_once_at_its_time(sent: Submission, after: Callable[[int], list[Event]]) -> None:
    assert after(3) == []
    assert after(4) == [Event.DUE_SOON]  # Friday, one working day before
    assert after(7) == []
    assert after(8) == [Event.OVERDUE]
    assert after(9) == []
    assert after(10) == [Event.ESCALATED]  # Thursday, three working days after
    assert after(14) == []
    assert after(15) == [Event.ESCALATED]  # Tuesday, six after
    assert after(60) == []


def test_whoever_missed_it_all_is_reminded_once(sent: Submission, after: Callable[[int], list[Event]]) -> None:
    """A worker that stood still for a month does not tell of what is over."""
    assert after(40).count(Event.OVERDUE) == 1
    assert Event.DUE_SOON not in after(41)


def test_an_escalation_widens_the_circle_and_gives_it_back(
    network: Network, sent: Submission, after: Callable[[int], list[Event]]
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        claim_review(sent, network.leader_be)
    assert reviewers_of(sent) == {network.leader_be.pk}
    after(10)
    sent.refresh_from_db()
    assert (sent.escalation, sent.claimed_by) == (Escalation.REGION_ABOVE, None)
    assert sent.due_at == MONDAY + timedelta(days=7)
    assert reviewers_of(sent) == {network.leader_be.pk, network.leader_eu.pk}
    after(15)
    sent.refresh_from_db()
    assert network.editor.pk in reviewers_of(sent)


def test_what_is_decided_is_left_alone(network: Network, sent: Submission, after: Callable[[int], list[Event]]) -> None:
    Submission.objects.filter(pk=sent.pk).update(stage="published")
    assert after(20) == []


def test_what_a_former_leader_has_is_free_at_once(
    network: Network, sent: Submission, after: Callable[[int], list[Event]]
) -> None:
    with time_machine.travel(MONDAY, tick=False):
        claim_review(sent, network.leader_be)
    Leadership.objects.filter(person=network.leader_be).delete()
    with time_machine.travel(MONDAY, tick=False):
        assert claim_review(sent, network.leader_eu).claimed_by == network.leader_eu
    Submission.objects.filter(pk=sent.pk).update(claimed_by=network.leader_be)
    assert after(1) == [Event.RELEASED]
