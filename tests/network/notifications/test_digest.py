"""The daily mail: one a day, at its hour where the reader lives, with all that was told before."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from wagtail.users.models import UserProfile

from network.models import User
from network.notifications.delivery import choose
from network.notifications.due import last_digest_time
from network.notifications.models import Delivery, Notification
from network.notifications.send import send_waiting
from tests.factories import UserFactory
from tests.network.notifications.telling import tell_answer, tell_request
from tests.smtp import Sink, html_of, text_of

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # NOTIFICATIONS_DIGEST_HOUR is 6

pytestmark = pytest.mark.django_db


def reader(zone: str = "", email: str = "reader@example.org") -> User:
    person: User = UserFactory(email=email, is_superuser=True)
    choose(person, {"joining": Delivery.DIGEST, "join-answers": Delivery.DIGEST})
    if zone:
        UserProfile.objects.create(user=person, current_time_zone=zone)
    return person


def sent_at(moment: datetime) -> int:
    with time_machine.travel(moment, tick=False):
        return send_waiting()


def test_all_of_a_day_comes_in_one_mail_at_the_hour(sink: Sink) -> None:
    person = reader()
    with time_machine.travel(NOON, tick=False):
        tell_answer(person, "Lake Clinic")
        tell_answer(person, "Hill Clinic")
        tell_request(person, "Sea Clinic")
    assert sent_at(NOON.replace(hour=23)) == 0
    assert sent_at(NOON.replace(day=3, hour=5, minute=59)) == 0
    assert sent_at(NOON.replace(day=3, hour=6)) == 1
    mail = sink.mails[0]
    assert mail["Subject"] == "Commonshelf: 3 pieces of news"
    for body in (text_of(mail), html_of(mail)):
        assert body.index("Sea Clinic") > body.index("Joining, and the people of organisations")
        assert "Not Lake Clinic yet." in body
        assert "Not Hill Clinic yet." in body
    assert sent_at(NOON.replace(day=3, hour=6, minute=1)) == 0
    assert sent_at(NOON.replace(day=4, hour=7)) == 0


def test_what_comes_after_the_hour_waits_for_the_next_day(sink: Sink) -> None:
    person = reader()
    with time_machine.travel(NOON, tick=False):
        tell_answer(person)
    assert sent_at(NOON.replace(day=3, hour=6)) == 1
    with time_machine.travel(NOON.replace(day=3, hour=6, minute=5), tick=False):
        tell_answer(person)
    assert sent_at(NOON.replace(day=3, hour=23)) == 0
    assert sent_at(NOON.replace(day=4, hour=6)) == 1


@pytest.mark.parametrize(
    ("zone", "hour"), [("Asia/Tokyo", 21), ("Africa/Nairobi", 3), ("America/Lima", 11), ("No/Such_Zone", 6)]
)
def test_the_hour_is_that_of_the_readers_time_zone(sink: Sink, zone: str, hour: int) -> None:
    person = reader(zone)
    due = NOON.replace(day=3, hour=hour)
    with time_machine.travel(due - timedelta(hours=4), tick=False):
        tell_answer(person)
    assert sent_at(due - timedelta(minutes=1)) == 0
    assert sent_at(due) == 1


def test_readers_in_several_time_zones_each_get_theirs(sink: Sink) -> None:
    zones = {"tokyo@example.org": "Asia/Tokyo", "lima@example.org": "America/Lima", "here@example.org": ""}
    people = [reader(zone, email) for email, zone in zones.items()]
    with time_machine.travel(NOON, tick=False):
        for person in people:
            tell_answer(person)
    told = []
    for hour in range(24):
        sink.mails.clear()
        sent_at(NOON + timedelta(hours=hour))
        told += [(hour, address) for address in sink.subjects()]
    assert told == [(9, "tokyo@example.org"), (18, "here@example.org"), (23, "lima@example.org")]


def test_the_hour_keeps_to_the_clock_when_summer_time_begins() -> None:
    before, after = datetime(2026, 3, 28, 12, tzinfo=UTC), datetime(2026, 3, 29, 12, tzinfo=UTC)
    assert last_digest_time(before, "Europe/Brussels").astimezone(UTC).hour == 5
    assert last_digest_time(after, "Europe/Brussels").astimezone(UTC).hour == 4


def test_a_daily_mail_leaves_out_what_is_no_longer_theirs_to_know(sink: Sink) -> None:
    person = reader()
    with time_machine.travel(NOON, tick=False):
        tell_answer(person, "Lake Clinic")
        secret = tell_request(person, "Sea Clinic")
    User.objects.filter(pk=person.pk).update(is_superuser=False)
    assert sent_at(NOON.replace(day=3, hour=6)) == 1
    assert "Sea Clinic" not in text_of(sink.mails[0]) + html_of(sink.mails[0])
    assert Notification.objects.get(pk=secret.pk).state == "withheld"
