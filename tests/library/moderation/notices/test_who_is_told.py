"""Each event of the review reaches exactly those concerned, through a real mail server."""

import pytest
from wagtail.users.models import UserProfile

from library.models import DecisionKind
from library.moderation.claim import hand_on
from library.moderation.converse import say
from library.moderation.decide import Verdict, decide
from library.moderation.events import Event, tell
from library.moderation.routing import reviewers_of
from network.models import Notification, User
from network.notifications.send import send_waiting
from network.organisations.membership import remove_member
from tests.library.moderation.stage import Network, after_commit
from tests.smtp import Sink, html_of, text_of

TITLE = "Asking before filming"
AUTHOR, LEADER, LEADER_EU = "author@example.org", "leader_be@example.org", "leader_eu@example.org"
CHANGES = Verdict(DecisionKind.CHANGES, words="Name the <ward>.", field_notes={"setting": "Which ward?"})


def subjects(sink: Sink) -> dict[str, list[str]]:
    sink.mails.clear()
    send_waiting()
    return sink.subjects()


def test_sending_tells_the_author_and_the_reviewer_and_nobody_else(network: Network, sink: Sink) -> None:
    network.send(network.draft())
    assert subjects(sink) == {AUTHOR: [f"Sent for review: {TITLE}"], LEADER: [f"To review: {TITLE}"]}
    assert subjects(sink) == {}


def test_a_mail_leads_to_the_page_to_act_on_in_text_and_html(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    send_waiting()
    address = f"http://127.0.0.1:8000/admin/review/{submission.pk}/"
    mail = sink.to(LEADER)[0]
    assert address in text_of(mail)
    assert f'href="{address}"' in html_of(mail)
    assert "<p>North Hospital has sent" in html_of(mail)


@pytest.mark.parametrize(
    ("kind", "subject"),
    [
        (DecisionKind.PUBLISH, f"Published: {TITLE}"),
        (DecisionKind.CHANGES, f"Changes asked for: {TITLE}"),
        (DecisionKind.DECLINE, f"Declined: {TITLE}"),
    ],
)
def test_a_decision_reaches_the_author_with_its_reasons(
    network: Network, sink: Sink, kind: DecisionKind, subject: str
) -> None:
    submission = network.send(network.draft())
    send_waiting()
    verdict = Verdict(kind, words=CHANGES.words, field_notes=CHANGES.field_notes)
    after_commit(decide, submission, network.leader_be, verdict, submission.revision_id)
    assert subjects(sink) == {AUTHOR: [subject]}
    assert "Name the <ward>." in text_of(sink.mails[0])
    assert "Setting: Which ward?" in text_of(sink.mails[0])
    assert "Name the &lt;ward&gt;." in html_of(sink.mails[0])


def test_what_the_checks_send_back_says_what_to_mend(network: Network, sink: Sink) -> None:
    page = network.draft()
    page.licence = None
    page.save_revision(user=network.author)
    network.send(page)
    told = subjects(sink)
    assert told == {AUTHOR: [f"Sent back by the automatic checks: {TITLE}", f"Sent for review: {TITLE}"]}


def test_who_it_is_handed_to_is_told(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    send_waiting()
    hand_on(submission, network.leader_be, network.administrator)
    assert subjects(sink) == {"administrator@example.org": [f"Handed to you to review: {TITLE}"]}


def test_a_message_reaches_the_other_side_and_who_is_named(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    send_waiting()
    say(submission, network.leader_be, "Which ward?", mentions=[network.coordinator])
    about = [f"A message about: {TITLE}"]
    assert subjects(sink) == {AUTHOR: about, "coordinator@example.org": about}
    say(submission, network.author, "Ward 3.")
    assert subjects(sink) == {LEADER: about}


def test_a_note_among_reviewers_never_reaches_the_author(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    send_waiting()
    say(submission, network.leader_be, "A friend of mine.", is_internal=True, mentions=[network.administrator])
    assert subjects(sink) == {"administrator@example.org": [f"A note among reviewers: {TITLE}"]}


def test_reminders_reach_who_has_it(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    send_waiting()
    tell(submission, Event.DUE_SOON)
    assert subjects(sink) == {LEADER: [f"Due soon: {TITLE}"]}
    hand_on(submission, network.leader_be, network.administrator)
    submission.refresh_from_db()
    tell(submission, Event.OVERDUE)
    assert subjects(sink) == {"administrator@example.org": [f"Handed to you to review: {TITLE}", f"Past due: {TITLE}"]}


def test_escalating_reaches_the_new_reviewers_only(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    send_waiting()
    submission.escalation = 1
    submission.save()
    assert reviewers_of(submission) == {network.leader_be.pk, network.leader_eu.pk}
    tell(submission, Event.ESCALATED)
    assert subjects(sink) == {LEADER_EU: [f"Waiting too long for a review: {TITLE}"]}


def test_who_took_part_in_the_conversation_hears_how_it_ended(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    say(submission, network.coordinator, "We are proud of it.")
    send_waiting()
    after_commit(decide, submission, network.leader_be, CHANGES, submission.revision_id)
    ended = [f"Changes asked for: {TITLE}"]
    assert subjects(sink) == {AUTHOR: ended, "coordinator@example.org": ended}
    assert "Name the" not in text_of(sink.to("coordinator@example.org")[0])


def test_each_reads_it_in_their_language(network: Network, sink: Sink) -> None:
    UserProfile.objects.create(user=network.leader_be, preferred_language="nl")
    network.send(network.draft())
    send_waiting()
    assert '<html lang="nl">' in html_of(sink.to(LEADER)[0])
    assert '<html lang="en">' in html_of(sink.to(AUTHOR)[0])


def test_rights_lost_before_the_sending_withhold_the_mail(network: Network, sink: Sink) -> None:
    network.send(network.draft())
    network.leader_be.leaderships.all().delete()
    remove_member(network.hospital, network.author)
    assert subjects(sink) == {}
    assert set(submission_states()) == {"withheld"}


def test_a_note_is_withheld_from_a_reviewer_who_joined_the_authors_side(network: Network, sink: Sink) -> None:
    from network.organisations.membership import admit_member

    submission = network.send(network.draft())
    send_waiting()
    say(submission, network.leader_be, "A friend.", is_internal=True, mentions=[network.administrator])
    admit_member(network.hospital, network.administrator)
    assert subjects(sink) == {}


def test_what_becomes_of_it_reaches_a_coordinator_when_the_author_has_left(network: Network, sink: Sink) -> None:
    submission = network.send(network.draft())
    send_waiting()
    remove_member(network.hospital, network.author)
    after_commit(decide, submission, network.leader_be, CHANGES, submission.revision_id)
    assert list(subjects(sink)) == ["coordinator@example.org"]


def test_closed_accounts_get_nothing(network: Network, sink: Sink) -> None:
    network.send(network.draft())
    User.objects.update(is_active=False)
    assert subjects(sink) == {}


def submission_states() -> list[str]:
    return list(Notification.objects.values_list("state", flat=True))
