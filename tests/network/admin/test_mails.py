"""The report of mails, for administrators alone; and one's choices in the account."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.users.models import UserProfile

from home.set_up import set_up_network
from network.models import Notification, User
from network.notifications.delivery import all_groups, choices_of
from network.notifications.models import Delivery
from network.notifications.send import send_waiting
from network.rights import ADMINISTRATORS, EDITORS, LEADERS
from tests.clients import client_of
from tests.factories import UserFactory
from tests.network.notifications.telling import states, tell_answer
from tests.smtp import Sink, html_of

REPORT, AGAIN = "/admin/reports/mails/", "/admin/reports/mails/again/"

pytestmark = pytest.mark.django_db


def member_of(group: str) -> User:
    set_up_network()
    person: User = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    return person


@pytest.fixture
def administrator() -> User:
    return member_of(ADMINISTRATORS)


def failed(reason: str = "550 Nobody of this name") -> Notification:
    told = tell_answer(UserFactory())
    Notification.objects.filter(pk=told.pk).update(state="failed", error=reason)
    return told


def test_it_says_what_waits_what_was_sent_and_why_something_failed(administrator: User, sink: Sink) -> None:
    sent = tell_answer(UserFactory())
    send_waiting()
    broken = failed("<b>550</b> Nobody of this name")
    shown = client_of(administrator).get(REPORT).content.decode()
    assert sent.recipient.email in shown
    assert broken.recipient.email in shown
    assert "&lt;b&gt;550&lt;/b&gt; Nobody of this name" in shown
    assert "Not Lake Clinic yet." not in shown
    assert shown.count(f'form="mails-again" name="key" value="{broken.pk}"') == 1
    assert f'value="{sent.pk}"' not in shown
    narrowed = client_of(administrator).get(REPORT, {"state": "sent"}).content.decode()
    assert broken.recipient.email not in narrowed


@pytest.mark.parametrize("group", [EDITORS, LEADERS])
def test_it_is_not_for_others(group: str, sink: Sink) -> None:
    told = failed()
    person = client_of(member_of(group))
    assert person.get(REPORT).status_code in {302, 403}
    assert person.post(AGAIN, {"all": ""}).status_code in {302, 403}
    told.refresh_from_db()
    assert told.state == "failed"
    assert REPORT not in person.get("/admin/account/").content.decode()


def test_trying_again_sends_what_failed_and_nothing_else(administrator: User, sink: Sink) -> None:
    tell_answer(UserFactory())
    send_waiting()
    first, second = failed(), failed()
    client = client_of(administrator)
    assert client.get(AGAIN).status_code == 405
    client.post(AGAIN, {"key": [str(first.pk), "x", "9" * 30]})
    assert send_waiting() == 1
    assert states() == {"sent": 2, "failed": 1}
    client.post(AGAIN, {"all": ""})
    assert send_waiting() == 1
    assert len(sink.to(second.recipient.email)) == 1
    client.post(AGAIN, {"all": ""})
    assert send_waiting() == 0


def test_it_costs_the_same_however_long_it_is(administrator: User) -> None:
    client = client_of(administrator)
    counts = []
    for more in (1, 1, 20):
        for _ in range(more):
            failed()
        with CaptureQueriesContext(connection) as captured:
            client.get(REPORT)
        counts.append(len(captured))
    assert counts[1] == counts[2]


def test_the_account_in_the_cms_offers_the_choices_and_not_wagtails_own(administrator: User) -> None:
    client = client_of(administrator)
    page = client.get("/admin/account/").content.decode()
    assert 'name="mails-joining"' in page
    assert "submitted_notifications" not in page
    fields: dict[str, Any] = {f"mails-{group.name}": "digest" for group in all_groups()}
    fields |= {"name_email-first_name": "Ana", "name_email-last_name": "Peeters", "theme-theme": "system"}
    fields |= {"theme-contrast": "system", "theme-density": "default", "theme-keyboard_shortcuts": "on"}
    answer = client.post("/admin/account/", fields)
    assert answer.status_code == 302, answer.content.decode()
    assert set(choices_of(administrator).values()) == {Delivery.DIGEST}


def test_the_account_on_the_site_leads_to_the_choices(administrator: User) -> None:
    client = client_of(UserFactory())
    assert 'href="/account/notifications/"' in client.get("/account/email/").content.decode()


def test_somebody_without_the_cms_chooses_the_language_of_their_mails(sink: Sink) -> None:
    person = UserFactory()
    fields = {group.name: "at-once" for group in all_groups()}
    chosen = {"preferred_language": "nl", "current_time_zone": "Europe/Brussels"}
    client_of(person).post("/account/notifications/", fields | chosen)
    profile = UserProfile.objects.get(user=person)
    assert (profile.preferred_language, profile.current_time_zone) == ("nl", "Europe/Brussels")
    tell_answer(person)
    send_waiting()
    assert '<html lang="nl">' in html_of(sink.mails[0])
