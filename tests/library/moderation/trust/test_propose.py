"""What a record speaks for, and who decides on it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from library.models import DecisionKind, ModerationSettings, SpotCheck, Stage, Submission
from library.moderation.log import record
from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.moderation.trust.answer import answer_proposal
from library.moderation.trust.propose import proposal_for, proposals, proposed_trust
from library.moderation.trust.record import Record, records
from network.models import OrganisationPage, StandingChange, User
from network.organisations.models import Trust
from network.rights import ADMINISTRATORS
from tests.clients import client_of
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db
PUBLISH, CHANGES, DECLINE = DecisionKind.PUBLISH, DecisionKind.CHANGES, DecisionKind.DECLINE


def answers(organisation: OrganisationPage, by: User | None, **kinds: int) -> None:
    """Let somebody answer submissions of an organisation."""
    submission = Submission.objects.create(organisation=organisation, title="Asked", stage=Stage.WITHDRAWN)
    for kind, number in kinds.items():
        for _each in range(number):
            record(submission, DecisionKind[kind], by)


@pytest.mark.parametrize(
    ("trust", "accepted", "sent_back", "to"),
    [
        ("new", 4, 0, None),
        ("new", 5, 0, "known"),
        ("new", 9, 1, "known"),  # one of ten
        ("new", 8, 2, None),
        ("new", 1, 9, None),  # there is nothing below
        ("known", 19, 0, None),
        ("known", 20, 2, "trusted"),
        ("known", 2, 2, None),  # too few to tell
        ("known", 3, 3, "new"),
        ("trusted", 99, 0, None),
        ("trusted", 0, 5, "known"),
    ],
)
def test_a_record_speaks_for_one_step(trust: str, accepted: int, sent_back: int, to: str | None) -> None:
    settings = ModerationSettings()
    found = proposed_trust(Trust(trust), Record(accepted, sent_back, timezone.now()), settings)
    assert found == (Trust(to) if to else None)


def test_thresholds_are_settings(network: Network) -> None:
    answers(network.hospital, network.leader_be, PUBLISH=3)
    assert proposals() == []
    settings = ModerationSettings.load()
    settings.trusted_after = 3
    settings.save()
    assert [(each.organisation, each.to) for each in proposals()] == [(network.hospital, Trust.TRUSTED)]


def test_only_what_people_decided_counts(network: Network) -> None:
    answers(network.hospital, network.leader_be, PUBLISH=2, CHANGES=1, DECLINE=1, APPROVE=5, WITHDRAW=3)
    answers(network.hospital, None, PUBLISH=7)
    answers(network.clinic, network.editor, PUBLISH=1)
    found = records()
    assert (found[network.hospital.pk].accepted, found[network.hospital.pk].sent_back) == (2, 2)
    assert (found[network.clinic.pk].accepted, found[network.clinic.pk].sent_back) == (1, 0)


def test_spot_checks_speak_for_trusted_organisations(network: Network) -> None:
    for number in range(5):
        submission = Submission.objects.create(organisation=network.clinic, title="On trust", stage=Stage.PUBLISHED)
        SpotCheck.objects.create(submission=submission, is_fine=number == 0, at=timezone.now(), by=network.editor)
    SpotCheck.objects.create(submission=Submission.objects.create(organisation=network.clinic, title="Not yet"))
    OrganisationPage.objects.filter(pk=network.clinic.pk).update(trust=Trust.TRUSTED)
    (proposal,) = proposals()
    assert (proposal.to, proposal.raises) == (Trust.KNOWN, False)
    assert (proposal.record.accepted, proposal.record.sent_back) == (1, 4)


def test_following_a_proposal_changes_trust_with_a_reason(network: Network) -> None:
    answers(network.hospital, network.leader_be, PUBLISH=20)
    change = answer_proposal(network.hospital, network.administrator, "Twenty.", to=Trust.TRUSTED, follows=True)
    assert (change.before, change.after, change.by) == ("known", "trusted", network.administrator)
    network.hospital.refresh_from_db()
    assert network.hospital.trust == Trust.TRUSTED
    assert proposals() == []


def test_keeping_trust_stands_in_the_history_and_counting_begins_anew(network: Network) -> None:
    answers(network.hospital, network.leader_be, PUBLISH=20)
    answer_proposal(network.hospital, network.administrator, "Not yet.", to=Trust.TRUSTED, follows=False)
    network.hospital.refresh_from_db()
    assert network.hospital.trust == Trust.KNOWN
    kept = StandingChange.objects.get(organisation=network.hospital)
    assert (kept.before, kept.after, kept.reason) == ("known", "known", "Not yet.")
    assert proposal_for(network.hospital) is None
    StandingChange.objects.update(at=timezone.now() - timedelta(days=1))
    assert proposal_for(network.hospital) is not None  # as if all of it had come since


def test_what_is_older_than_a_year_does_not_count(network: Network) -> None:
    answers(network.hospital, network.leader_be, PUBLISH=20)
    with connection.cursor() as cursor:  # the log itself refuses to be changed
        cursor.execute("UPDATE library_decision SET at = %s", [timezone.now() - timedelta(days=366)])
    assert proposals() == []


def test_refusals_say_why(network: Network) -> None:
    hospital, administrator = network.hospital, network.administrator
    answers(hospital, network.leader_be, PUBLISH=20)
    with pytest.raises(NotYours):
        answer_proposal(hospital, network.leader_be, "I say so.", to=Trust.TRUSTED, follows=True)
    with pytest.raises(Refusal, match="Say why"):
        answer_proposal(hospital, administrator, " ", to=Trust.TRUSTED, follows=True)
    with pytest.raises(OvertakenByEvents):
        answer_proposal(hospital, administrator, "Less.", to=Trust.NEW, follows=True)
    colleague = network.author
    colleague.groups.add(Group.objects.get(name=ADMINISTRATORS))
    with pytest.raises(NotYours, match="their own"):
        answer_proposal(hospital, colleague, "Ours.", to=Trust.TRUSTED, follows=True)
    assert not StandingChange.objects.exists()


def test_the_page_shows_the_record_and_takes_the_answer(network: Network) -> None:
    answers(network.hospital, network.leader_be, PUBLISH=20, CHANGES=1)
    client = client_of(network.administrator)
    html = client.get(reverse("trust_proposals")).content.decode()
    assert "20 accepted, 1 sent back (5 %)" in html
    address = reverse("answer_trust_proposal", args=[network.hospital.pk])
    silent = client.post(address, {"to": "trusted", "answer": "follow", "reason": ""})
    assert "Say why" in silent.content.decode()
    page = client.post(address, {"to": "trusted", "answer": "follow", "reason": "A good year."}, follow=True)
    assert "trust is now “Trusted”" in page.content.decode()
    again = client.post(address, {"to": "trusted", "answer": "follow", "reason": "A good year."}, follow=True)
    assert "no longer proposed" in again.content.decode()
    assert client.post(address, {"to": "godlike", "answer": "follow", "reason": "x"}).status_code == 200


@pytest.mark.parametrize("who", ["author", "coordinator", "leader_be", "editor"])
def test_trust_is_for_administrators(network: Network, who: str) -> None:
    client = client_of(getattr(network, who))
    assert client.get(reverse("trust_proposals")).status_code in {302, 403}
    address = reverse("answer_trust_proposal", args=[network.hospital.pk])
    assert client.post(address, {"to": "trusted", "answer": "follow", "reason": "x"}).status_code in {302, 403}


def test_proposals_take_the_same_queries_however_many_there_are(network: Network) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            proposals()
        return len(captured)

    ModerationSettings.load()
    answers(network.hospital, network.leader_be, PUBLISH=20)
    one = queries()
    answers(network.clinic, network.leader_be, PUBLISH=20)
    assert queries() == one
    assert len(proposals()) == 2
