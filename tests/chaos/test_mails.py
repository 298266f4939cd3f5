"""Workers killed with -9 while they send, and two at once: everything goes on, and no mail is sent twice."""

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection
from django.db.models import F
from pytest_django import DjangoDbBlocker

from network.models import Notification, Region, User
from network.notifications.states import STUCK_AFTER, send_again
from tests.chaos.processes import Program
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
def site(db: None, sink: Sink, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The surroundings of a worker: production settings, this database, this mail server; its folder."""
    surroundings = {
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": "a-key-that-keeps-no-secret-at-all-0123456789-0123456789",
        "ALLOWED_HOSTS": "library.example",
        "SITE_URL": "https://library.example",
        "DATABASE_URL": database_address(),
        "DATA_DIR": str(tmp_path),
        "ELASTICSEARCH_URL": "",
        "SMTP_HOST": "127.0.0.1",
        "SMTP_PORT": str(sink.port),
    }
    for name, value in surroundings.items():
        monkeypatch.setenv(name, value)
    return tmp_path


def database_address() -> str:
    """Return the address of the test database, for another process."""
    names = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{names['NAME']}"
    account = f"{quote(names['USER'])}:{quote(names['PASSWORD'])}"
    return f"postgres://{account}@{quote(names['HOST'], safe='')}:{names['PORT']}/{names['NAME']}"


@pytest.fixture
def workers(site: Path) -> Iterator[list[Program]]:
    """Workers that a test starts; none outlives it."""
    started: list[Program] = []
    yield started
    for worker in started:
        worker.end()


def start(workers: list[Program], folder: Path) -> Program:
    """Start one more worker."""
    worker = Program("worker", ["manage.py", "run_worker", "--interval", "0.1"], folder / "worker.log")
    workers.append(worker)
    return worker


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
    worker = start(workers, site)
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
    worker = start(workers, site)
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
    start(workers, site)
    start(workers, site)
    wait_until(is_quiet, PATIENCE)
    assert states() == {"sent": MANY}
    assert mails_of(sink) == Counter({person.email: 1 for person in User.objects.all()})
