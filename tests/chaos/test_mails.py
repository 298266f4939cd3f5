"""Workers killed with -9 while they send, and two at once: everything goes on, and no mail is sent twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import F
from pytest_django import DjangoDbBlocker

from network.models import Notification, Region, User
from network.notifications.states import STUCK_AFTER, send_again
from tests.chaos.processes import Program, start_worker
from tests.conditions import wait_until
from tests.factories import UserFactory
from tests.network.notifications.telling import states, tell_answer
from tests.smtp import Sink

MANY = 24
PATIENCE = 90.0  # seconds; a worker takes some to start on a busy machine


@pytest.fixture
def db(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The test database with commits, which other processes see; what the test adds to it is taken away again."""
    with django_db_blocker.unblock():
        yield
        User.objects.all().delete()
        Region.objects.filter(code="be").delete()
        connection.close()


@pytest.fixture
def site(site: Path, db: None, sink: Sink, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The surroundings of a worker, with this mail server."""
    monkeypatch.setenv("SMTP_HOST", "127.0.0.1")
    monkeypatch.setenv("SMTP_PORT", str(sink.port))
    return site


def mails_of(sink: Sink) -> Counter[str]:
    """Return how many mails each has got."""
    return Counter(str(mail["To"]) for mail in sink.mails)


def has_taken(sink: Sink, many: int) -> bool:
    """Tell whether the mail server has taken so many."""
    return len(sink.mails) >= many


def is_quiet() -> bool:
    """Tell whether nothing waits and nothing is being sent."""
    return not set(states()) & {"waiting", "sending"}


def let_time_pass() -> None:
    """What a dead worker was sending is put aside after some minutes: say that they are over."""
    left = Notification.objects.filter(state="sending")
    left.update(claimed_at=F("claimed_at") - STUCK_AFTER - timedelta(minutes=1))


def test_killed_before_it_hears_that_a_mail_is_taken_it_goes_on_and_repeats_nothing(
    sink: Sink, site: Path, workers: list[Program]
) -> None:
    for _ in range(MANY):
        tell_answer(UserFactory())
    worker = start_worker(workers, site)
    wait_until(lambda: len(sink.mails) >= 3, PATIENCE)
    sink.quick.clear()
    wait_until(lambda: sink.held, PATIENCE)
    worker.kill()
    sink.quick.set()
    wait_until(lambda: "waiting" not in states(), PATIENCE)
    let_time_pass()
    wait_until(is_quiet, PATIENCE)
    assert states() == {"sent": MANY - 1, "interrupted": 1}
    assert mails_of(sink) == Counter({person.email: 1 for person in User.objects.all()})

    unclear = Notification.objects.get(state="interrupted")
    send_again([unclear.pk])
    wait_until(lambda: states() == {"sent": MANY}, PATIENCE)
    assert {mail["Message-ID"] for mail in sink.to(unclear.recipient.email)} == {sink.mails[-1]["Message-ID"]}


def test_killed_at_any_moment_each_mail_is_sent_or_listed_and_none_twice(
    sink: Sink, site: Path, workers: list[Program]
) -> None:
    for _ in range(MANY):
        tell_answer(UserFactory())
    worker = start_worker(workers, site)
    for sent in (1, 9):
        wait_until(partial(has_taken, sink, sent), PATIENCE)
        worker.kill()
    wait_until(lambda: "waiting" not in states(), PATIENCE)
    let_time_pass()
    wait_until(is_quiet, PATIENCE)
    got = mails_of(sink)
    assert set(got.values()) == {1}
    unclear = set(Notification.objects.exclude(state="sent").values_list("recipient__email", flat=True))
    assert len(unclear) <= 2
    assert {person.email for person in User.objects.all()} - set(got) <= unclear


def test_two_workers_at_once_send_each_mail_once(sink: Sink, site: Path, workers: list[Program]) -> None:
    for _ in range(MANY):
        tell_answer(UserFactory())
    start_worker(workers, site)
    start_worker(workers, site)
    wait_until(is_quiet, PATIENCE)
    assert states() == {"sent": MANY}
    assert mails_of(sink) == Counter({person.email: 1 for person in User.objects.all()})
