"""A mail server that is away, refuses or is slow: what is told waits, goes on, or is listed; never twice."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from pytest_django.fixtures import Settings

from network.models import Notification
from network.notifications.due import MOST_ATTEMPTS, PAUSES, due, next_due
from network.notifications.send import mails_wait, send_waiting
from network.notifications.states import send_again
from tests.factories import UserFactory
from tests.network.notifications.telling import states, tell_answer
from tests.smtp import Sink, free_port, mailers_of

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def test_while_the_server_is_away_everything_waits_longer_each_time(settings: Settings) -> None:
    settings.MAILERS = mailers_of(free_port())
    now = MONDAY
    with time_machine.travel(now, tick=False):
        told = [tell_answer(UserFactory()) for _ in range(3)]
    for attempts, pause in enumerate(PAUSES, start=1):
        with time_machine.travel(now, tick=False):
            assert send_waiting() == 0
            told[-1].refresh_from_db()
            assert told[-1].attempts == attempts
            assert "ConnectionRefusedError" in told[-1].error
            assert not mails_wait()
        with time_machine.travel(now + pause - timedelta(seconds=1), tick=False):
            assert not mails_wait()
        now += pause
    assert states() == {"waiting": 3}
    with time_machine.travel(now, tick=False):
        send_waiting()
    assert states() == {"failed": 3}
    assert set(Notification.objects.values_list("attempts", flat=True)) == {MOST_ATTEMPTS}


def test_when_it_is_back_each_mail_goes_out_once(sink: Sink, settings: Settings) -> None:
    back = settings.MAILERS
    people = [UserFactory() for _ in range(3)]
    settings.MAILERS = mailers_of(free_port())
    with time_machine.travel(MONDAY, tick=False):
        for person in people:
            tell_answer(person)
        send_waiting()
    settings.MAILERS = back
    with time_machine.travel(MONDAY + PAUSES[0], tick=False):
        assert send_waiting() == 3
        assert send_waiting() == 0
    assert sorted(sink.subjects()) == sorted(person.email for person in people)
    assert len(sink.mails) == 3
    assert set(Notification.objects.values_list("state", "error")) == {("sent", "")}


def test_what_failed_is_sent_when_a_person_says_so(sink: Sink, settings: Settings) -> None:
    back = settings.MAILERS
    settings.MAILERS = mailers_of(free_port())
    told = tell_answer(UserFactory())
    Notification.objects.update(attempts=MOST_ATTEMPTS - 1, claimed_at=MONDAY)
    send_waiting()
    assert states() == {"failed": 1}
    settings.MAILERS = back
    assert send_again([told.pk]) == 1
    send_waiting()
    assert states() == {"sent": 1}
    assert send_again([told.pk]) == 0


def test_a_server_that_is_busy_is_asked_again(sink: Sink) -> None:
    sink.answer = "451 Come back later"
    with time_machine.travel(MONDAY, tick=False):
        told = tell_answer(UserFactory())
        send_waiting()
    told.refresh_from_db()
    assert (told.state, told.attempts) == ("waiting", 1)
    assert "Come back later" in told.error
    sink.answer = "250 Taken"
    with time_machine.travel(MONDAY + PAUSES[0], tick=False):
        send_waiting()
    assert states() == {"sent": 1}


def test_an_address_that_nobody_has_is_given_up_and_the_others_go_out(sink: Sink) -> None:
    nobody, somebody = UserFactory(email="nobody@example.org"), UserFactory(email="somebody@example.org")
    sink.refused = {nobody.email}
    refused, taken = tell_answer(nobody), tell_answer(somebody)
    send_waiting()
    refused.refresh_from_db()
    taken.refresh_from_db()
    assert (refused.state, taken.state) == ("failed", "sent")
    assert "Nobody of this name" in refused.error


def test_where_a_slow_server_never_answers_it_is_unclear_and_not_repeated(sink: Sink, settings: Settings) -> None:
    settings.MAILERS = mailers_of(sink.port)
    settings.MAILERS["default"]["OPTIONS"]["timeout"] = 0.3
    sink.quick.clear()
    told = tell_answer(UserFactory())
    send_waiting()
    told.refresh_from_db()
    assert told.state == "interrupted"
    assert "TimeoutError" in told.error or "timed out" in told.error
    sink.quick.set()
    assert send_waiting() == 0


def test_one_that_cannot_be_written_does_not_hold_up_the_others(sink: Sink) -> None:
    broken, fine = tell_answer(UserFactory()), tell_answer(UserFactory())
    Notification.objects.filter(pk=broken.pk).update(kind="of-an-app-that-is-gone")
    send_waiting()
    broken.refresh_from_db()
    fine.refresh_from_db()
    assert (broken.state, broken.attempts, fine.state) == ("waiting", 1, "sent")
    assert "of-an-app-that-is-gone" in broken.error


@pytest.mark.parametrize("many", [2, 40])
def test_what_is_next_costs_the_same_however_much_waits(many: int, django_assert_num_queries: Any) -> None:
    for _ in range(many):
        tell_answer(UserFactory())
    with django_assert_num_queries(1):
        assert next_due(datetime.now(UTC)) is not None
    with django_assert_num_queries(2):
        assert len(due(datetime.now(UTC))) == many
