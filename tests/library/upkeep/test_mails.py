"""What follows publication, as mails: exactly who is told what, in text and HTML, each thing once."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.users.models import UserProfile

from library.models import Decision, DecisionKind, DecisionReason, ResourcePage
from library.moderation.after_publication import Appeal
from library.upkeep.appeal import answer_appeal, make_appeal
from library.upkeep.remind import ask_what_is_due
from library.upkeep.still_right import confirm_still_right, next_review, set_review_date
from library.upkeep.take_off import unpublish_resource
from network.leadership.appoint import appoint_leader
from network.models import User
from network.notifications.send import send_waiting
from network.organisations.membership import remove_member
from tests.factories import UserFactory
from tests.library.moderation.stage import Network, after_commit
from tests.library.upkeep.stage import again, declined, published
from tests.smtp import Sink, html_of, text_of

TITLE = "Asking before filming"
AUTHOR, COORDINATOR, LEADER = "author@example.org", "coordinator@example.org", "leader_be@example.org"
LEADER_EU, LEADER_KE = "leader_eu@example.org", "leader_ke@example.org"


def told(sink: Sink) -> dict[str, list[str]]:
    """Send what waits; return the subjects by address, after a look at each mail."""
    sink.mails.clear()
    send_waiting()
    for mail in sink.mails:
        text, html = text_of(mail), html_of(mail)
        assert "{{" not in text + html
        assert re.search(r"http://127\.0\.0\.1:8000/(?!account)\S+", text)
        assert 'class="button" href="http://127.0.0.1:8000/' in html
        assert "/account/notifications/by-link/" in text
    return sink.subjects()


@pytest.fixture
def leader_ke(network: Network) -> User:
    person: User = UserFactory(email=LEADER_KE)
    appoint_leader(network.clinic, person, network.regions["ke"])
    return person


def taken_off(network: Network, sink: Sink) -> Decision:
    page = published(network)
    told(sink)
    reason = DecisionReason.objects.create(kind=DecisionKind.UNPUBLISH, label="It is <out> of date")
    return after_commit(unpublish_resource, page, network.leader_be, reasons=[reason], words="See the new law.")


def test_publication_is_told_once(network: Network, sink: Sink) -> None:
    published(network)
    assert told(sink) == {
        AUTHOR: [f"Published: {TITLE}", f"Sent for review: {TITLE}"],
    }


def test_taking_off_is_told_once_with_its_reasons(network: Network, sink: Sink) -> None:
    taken_off(network, sink)
    assert told(sink) == {AUTHOR: [f"“{TITLE}” was taken off the site"]}
    mail = sink.mails[0]
    assert "Leader_Be took “Asking before filming” off the site." in text_of(mail)
    assert "It is <out> of date" in text_of(mail)
    assert "It is &lt;out&gt; of date" in html_of(mail)
    assert "See the new law." in text_of(mail)


def test_who_left_before_the_sending_does_not_read_why(network: Network, sink: Sink) -> None:
    taken_off(network, sink)
    remove_member(network.hospital, network.author)
    assert told(sink) == {}


def appealed(network: Network, sink: Sink) -> Appeal:
    decision = taken_off(network, sink)
    told(sink)
    return make_appeal(decision, network.author, "The law is not in force.")


def test_an_appeal_reaches_leaders_of_other_regions(network: Network, sink: Sink, leader_ke: User) -> None:
    appealed(network, sink)
    about = [f"An appeal about “{TITLE}”"]
    assert told(sink) == {LEADER_EU: about, LEADER_KE: about}
    assert "The law is not in force." in text_of(sink.mails[0])


def test_an_appeal_that_is_answered_meanwhile_is_not_told(network: Network, sink: Sink, leader_ke: User) -> None:
    appeal = appealed(network, sink)
    after_commit(answer_appeal, appeal, leader_ke, "It is not.", is_granted=False)
    assert LEADER_EU not in told(sink)


@pytest.mark.parametrize(("is_granted", "sentence"), [(True, "was granted"), (False, "was rejected")])
def test_the_answer_is_told_once_and_nothing_beside_it(
    network: Network, sink: Sink, leader_ke: User, *, is_granted: bool, sentence: str
) -> None:
    appeal = appealed(network, sink)
    told(sink)
    after_commit(answer_appeal, appeal, leader_ke, "We read the law.", is_granted=is_granted)
    answered = [f"The appeal about “{TITLE}” is answered"]
    assert told(sink) == {AUTHOR: answered, COORDINATOR: answered}
    assert f"The appeal {sentence}." in text_of(sink.mails[0])
    assert "We read the law." in html_of(sink.mails[0])


def test_the_answer_is_not_for_a_coordinator_who_left(network: Network, sink: Sink, leader_ke: User) -> None:
    appeal = appealed(network, sink)
    told(sink)
    after_commit(answer_appeal, appeal, leader_ke, "We read the law.", is_granted=False)
    remove_member(network.hospital, network.author)
    assert list(told(sink)) == [COORDINATOR]


def test_what_an_appeal_sends_to_review_again_gives_no_receipt(network: Network, sink: Sink, leader_ke: User) -> None:
    decision = declined(network).decisions.get(kind=DecisionKind.DECLINE)
    appeal = make_appeal(decision, network.author, "It is none.")
    told(sink)
    after_commit(answer_appeal, appeal, leader_ke, "It is none.", is_granted=True)
    answered, review = [f"The appeal about “{TITLE}” is answered"], [f"To review: {TITLE}"]
    assert told(sink) == {AUTHOR: answered, COORDINATOR: answered, LEADER: review, LEADER_EU: review}


def test_looking_again_is_asked_with_a_link_for_each_answer(network: Network, sink: Sink) -> None:
    page = published(network)
    told(sink)
    set_review_date(page, timezone.localdate())
    ask_what_is_due()
    assert told(sink) == {AUTHOR: [f"Is “{TITLE}” still right?"]}
    text, html = text_of(sink.mails[0]), html_of(sink.mails[0])
    found = re.search(r"http://127\.0\.0\.1:8000(/\S*still-right/\S+)", text)
    assert found
    for address in ("/still-right/", f"/admin/pages/{page.pk}/edit/", f"/admin/take-off/{page.pk}/"):
        assert f"http://127.0.0.1:8000{address}" in text
        assert f'href="http://127.0.0.1:8000{address}' in html
    anybody = Client()
    assert anybody.get(found[1]).status_code == 200
    assert again(page).review_by == timezone.localdate()
    anybody.post(found[1])
    assert again(page).review_by == next_review()


def test_nobody_is_asked_what_somebody_has_answered_meanwhile(network: Network, sink: Sink) -> None:
    page = published(network)
    told(sink)
    set_review_date(page, timezone.localdate())
    ask_what_is_due()
    confirm_still_right(page, network.coordinator)
    assert told(sink) == {}


def adapted(network: Network, sink: Sink) -> str:
    original = published(network)
    told(sink)
    origin = ResourcePage.objects.get(pk=original.pk)
    page = network.draft(network.clinic, title="Asking in Kisumu", owner=network.administrator, adapted_from=origin)
    after_commit(page.get_latest_revision().publish)
    return str(page.get_full_url())


def test_the_owner_hears_of_an_adaptation_when_it_is_published(network: Network, sink: Sink) -> None:
    address = adapted(network, sink)
    assert told(sink) == {AUTHOR: [f"Somebody has adapted “{TITLE}”"]}
    assert "Lake Clinic has published “Asking in Kisumu”" in text_of(sink.mails[0])
    assert address.rpartition("/organisations/")[2] in text_of(sink.mails[0])


@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.GROUPS])
def test_an_adaptation_that_is_private_is_not_told(network: Network, sink: Sink, kind: str) -> None:
    adapted(network, sink)
    restriction = PageViewRestriction.objects.create(page=network.clinic, restriction_type=kind, password="x")
    restriction.groups.add(Group.objects.create(name="Lake Clinic's own"))
    assert told(sink) == {}


def test_they_come_in_the_language_of_their_reader(network: Network, sink: Sink) -> None:
    UserProfile.objects.create(user=network.author, preferred_language="nl")
    taken_off(network, sink)
    told(sink)
    assert '<html lang="nl">' in html_of(sink.mails[0])
