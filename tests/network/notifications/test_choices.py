"""At once, once a day or never; and the links in mails by which one stops without logging in."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from network.models import User
from network.notifications.delivery import all_groups, choices_of, choose
from network.notifications.kinds import all_kinds
from network.notifications.models import Delivery, NotificationPreference
from network.notifications.send import send_waiting
from network.notifications.stopping import choices_address, stop_address
from tests.factories import UserFactory
from tests.network.notifications.telling import states, tell_answer, tell_request
from tests.smtp import Sink, text_of

SITE = "http://127.0.0.1:8000"

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    made: User = UserFactory(email="reader@example.org", is_superuser=True)
    return made


def test_every_kind_of_a_group_can_be_turned_off_or_none_of_them() -> None:
    essential: dict[str, set[bool]] = {}
    for kind in all_kinds():
        essential.setdefault(kind.group, set()).add(kind.is_essential)
    assert {group: found for group, found in essential.items() if len(found) > 1} == {}


def test_without_a_choice_mails_come_at_once(person: User, sink: Sink) -> None:
    tell_request(person)
    assert send_waiting() == 1


def test_who_wants_none_gets_none(person: User, sink: Sink) -> None:
    choose(person, {"joining": Delivery.NEVER})
    tell_request(person)
    assert send_waiting() == 0
    assert states() == {"withheld": 1}


def test_what_is_essential_is_put_off_to_the_daily_mail_at_most(person: User, sink: Sink) -> None:
    choose(person, {"join-answers": Delivery.NEVER})
    assert choices_of(person)["join-answers"] == Delivery.DIGEST
    NotificationPreference.objects.update(delivery=Delivery.NEVER)
    tell_answer(person)
    assert send_waiting() == 0
    with time_machine.travel(timezone.now() + timedelta(days=1), tick=False):
        assert send_waiting() == 1


def test_a_choice_holds_for_what_waits_already(person: User, sink: Sink) -> None:
    tell_request(person)
    choose(person, {"joining": Delivery.NEVER})
    assert send_waiting() == 0


def test_the_form_keeps_choices_and_offers_never_only_where_it_may_be_chosen(person: User, client: Client) -> None:
    client.force_login(person)
    page = client.get("/account/notifications/").content.decode()
    for group in all_groups():
        assert (f'name="{group.name}" value="never"' in page) is not group.is_essential
    answers = {group.name: "digest" for group in all_groups()}
    assert client.post("/account/notifications/", answers).status_code == 302
    assert set(choices_of(person).values()) == {Delivery.DIGEST}
    refused = client.post("/account/notifications/", answers | {"join-answers": "never"})
    assert refused.status_code == 200


def test_the_choices_are_for_those_who_log_in(client: Client) -> None:
    assert "/login/" in client.get("/account/notifications/").headers["Location"]


def test_opening_the_stop_link_shows_and_posting_to_it_stops(person: User, sink: Sink) -> None:
    tell_request(person)
    send_waiting()
    mail = sink.mails[0]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.sub(r"\s", "", mail["List-Unsubscribe"]).strip("<>").removeprefix(SITE)
    program = Client(enforce_csrf_checks=True)
    shown = program.get(address, follow=True)
    assert shown.status_code == 200
    assert choices_of(person)["joining"] == Delivery.AT_ONCE
    assert program.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert choices_of(person)["joining"] == Delivery.NEVER
    assert choices_of(person)["reviewing"] == Delivery.AT_ONCE


def test_the_link_below_every_mail_leads_to_the_choices_without_logging_in(person: User, sink: Sink) -> None:
    tell_request(person)
    send_waiting()
    address = choices_address(person)
    said = text_of(sink.mails[0])
    assert f"{SITE}/account/notifications/by-link/" in said
    anybody = Client()
    assert "reader@example.org" not in anybody.get(address).content.decode()
    answers = {group.name: "digest" for group in all_groups()}
    anybody.post(address, answers)
    assert choices_of(person)["joining"] == Delivery.DIGEST


@pytest.mark.parametrize("address", [stop_address, lambda person, groups: choices_address(person)])
def test_links_that_are_damaged_old_or_of_closed_accounts_change_nothing(person: User, address: object) -> None:
    link = address(person, ["joining"]) if callable(address) else ""
    anybody = Client()
    assert anybody.post(link[:-3] + "x/", {}).status_code == 410
    with time_machine.travel(timezone.now() + timedelta(days=401), tick=False):
        assert anybody.post(link, {}).status_code == 410
    User.objects.update(is_active=False)
    assert anybody.post(link, {}).status_code == 410
    assert not NotificationPreference.objects.exists()
