"""The review page: who opens it, what they see, and what its buttons do."""

import pytest
from django.urls import reverse
from wagtail.users.models import UserProfile

from library.models import DecisionKind, DecisionReason, Stage, Submission
from library.moderation.claim import claim_review
from library.moderation.converse import say
from library.moderation.decide import Verdict, decide
from network.models import User
from tests.clients import client_of
from tests.library.moderation.stage import Network, after_commit


def press(user: User, name: str, submission: Submission, **data: object) -> str:
    """Press a button and follow to where it leads; return the page."""
    address = reverse(f"review_{name}", args=[submission.pk])
    response = after_commit(client_of(user).post, address, data, follow=True)
    assert response.status_code == 200
    return str(response.content.decode())


def holder(submission: Submission) -> User | None:
    return Submission.objects.get(pk=submission.pk).claimed_by


def page_for(user: User, submission: Submission) -> str:
    response = client_of(user).get(reverse("review_submission", args=[submission.pk]))
    assert response.status_code == 200
    return str(response.content.decode())


@pytest.mark.parametrize(
    ("who", "status"),
    [("leader_be", 200), ("administrator", 200), ("author", 200), ("coordinator", 200), ("leader_eu", 302)],
)
def test_only_both_sides_open_the_page_and_the_preview(network: Network, who: str, status: int) -> None:
    """Wagtail leads strangers back to where they may be, with a message."""
    submission = network.send(network.draft())
    client = client_of(getattr(network, who))
    assert client.get(reverse("review_submission", args=[submission.pk])).status_code == status
    assert client.get(reverse("review_preview", args=[submission.pk])).status_code == status


def test_the_preview_is_what_was_sent_and_may_stand_in_the_page(network: Network) -> None:
    submission = network.send(network.draft())
    response = client_of(network.leader_be).get(reverse("review_preview", args=[submission.pk]))
    assert "A ward with twenty beds." in response.content.decode()
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "unsafe-inline" not in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_the_site_says_around_the_preview_is_in_the_readers_language(network: Network, language: str) -> None:
    UserProfile.objects.create(user=network.leader_be, preferred_language=language)
    response = client_of(network.leader_be).get(reverse("review_preview", args=[network.send(network.draft()).pk]))
    assert f'<html lang="{language}"' in response.content.decode()


def test_the_leader_publishes(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    shown = press(network.leader_be, "decide", submission, kind="publish", seen_revision=submission.revision_id)
    page.refresh_from_db()
    assert page.live
    assert "Asking before filming: published." in shown


def test_changes_are_asked_for_with_reasons_words_and_notes_on_fields(network: Network) -> None:
    reason = DecisionReason.objects.create(kind=DecisionKind.CHANGES, label="The outcome is missing")
    submission = network.send(network.draft())
    data = {
        "kind": "changes",
        "seen_revision": submission.revision_id,
        "reasons": [reason.pk],
        "words": "Nearly there.",
        "note-setting": "Which ward?",
    }
    press(network.leader_be, "decide", submission, **data)
    decision = submission.decisions.get()
    assert list(decision.reasons.all()) == [reason]
    assert (decision.words, decision.field_notes) == ("Nearly there.", {"setting": "Which ward?"})


def test_a_reason_for_another_decision_is_not_taken(network: Network) -> None:
    reason = DecisionReason.objects.create(kind=DecisionKind.DECLINE, label="A sales talk")
    submission = network.send(network.draft())
    data = {"kind": "publish", "seen_revision": submission.revision_id, "reasons": [reason.pk], "words": "My words"}
    shown = press(network.leader_be, "decide", submission, **data)
    assert "This reason is for another decision: A sales talk." in shown
    assert "My words" in shown
    submission.refresh_from_db()
    assert submission.stage == Stage.REVIEW


def test_no_without_a_reason_is_refused_in_words(network: Network) -> None:
    submission = network.send(network.draft())
    shown = press(network.leader_be, "decide", submission, kind="decline", seen_revision=submission.revision_id)
    assert "Say why: choose a reason or write a sentence." in shown


def test_the_second_of_two_is_told_who_decided_what(network: Network) -> None:
    submission = network.send(network.draft())
    after_commit(decide, submission, network.leader_be, Verdict(DecisionKind.PUBLISH), submission.revision_id)
    shown = press(network.administrator, "decide", submission, kind="decline", words="No.")
    assert "Leader_Be has decided already: published" in shown


def test_what_a_colleague_has_is_not_decided(network: Network) -> None:
    submission = network.send(network.draft())
    claim_review(submission, network.administrator)
    shown = page_for(network.leader_be, submission)
    assert "has it. Ask them to decide" in shown
    assert 'value="publish"' not in shown


def test_claim_give_back_and_hand_on(network: Network) -> None:
    submission = network.send(network.draft(network.clinic))
    other = User.objects.create_user("other@example.org", first_name="Olga")
    other.groups.set(network.editor.groups.all())
    press(network.editor, "claim", submission)
    assert holder(submission) == network.editor
    press(network.editor, "release", submission)
    assert holder(submission) is None
    assert "Olga has it now." in press(network.editor, "hand_on", submission, **{"hand-colleague": other.pk})
    assert holder(submission) == other


def test_notes_among_reviewers_are_not_for_the_authors_side(network: Network) -> None:
    submission = network.send(network.draft())
    say(submission, network.leader_be, "Sounds like an advertisement", is_internal=True)
    press(network.leader_be, "say", submission, **{"message-text": "Which ward was it?"})
    assert "Sounds like an advertisement" in page_for(network.leader_be, submission)
    shown = page_for(network.author, submission)
    assert "Which ward was it?" in shown
    assert "Sounds like an advertisement" not in shown
    assert 'value="publish"' not in shown


@pytest.mark.parametrize("who", ["author", "coordinator"])
def test_the_authors_side_decides_nothing_by_posting(network: Network, who: str) -> None:
    submission = network.send(network.draft())
    user = getattr(network, who)
    press(user, "decide", submission, kind="publish", seen_revision=submission.revision_id)
    press(user, "claim", submission)
    client_of(user).post(reverse("review_note", args=[submission.pk]), {"note-text": "Hello"})
    submission.refresh_from_db()
    assert (submission.stage, submission.claimed_by) == (Stage.REVIEW, None)
    assert not submission.messages.exists()


def test_what_changed_since_the_last_time_is_shown(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    assert "What changed since" not in page_for(network.leader_be, submission)
    verdict = Verdict(DecisionKind.CHANGES, words="Name the ward.")
    after_commit(decide, submission, network.leader_be, verdict, submission.revision_id)
    page.title = "Asking before filming on ward 3"
    page.save_revision(user=network.author)
    shown = page_for(network.leader_be, network.send(page))
    assert "What changed since it was last sent" in shown
    assert '<span class="addition"> on ward 3</span>' in shown


def test_a_change_of_something_published_is_compared_with_what_is_published(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    after_commit(decide, submission, network.leader_be, Verdict(DecisionKind.PUBLISH), submission.revision_id)
    page.refresh_from_db()
    page.title = "Asking before filming on ward 3"
    page.save_revision(user=network.author)
    shown = page_for(network.leader_be, network.send(page))
    assert "What differs from what is published" in shown
    assert '<span class="addition"> on ward 3</span>' in shown
