"""From sending to a decision: who may, what it does, what it leaves in the log."""

import pytest
from wagtail.models import TaskState

from library.models import DecisionKind, ModerationSettings, SpotCheck, Stage, Submission
from library.moderation.claim import claim_review, hand_on, release_review
from library.moderation.decide import Verdict, decide
from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.moderation.routing import reviewable_by
from network.models import OrganisationPage, User
from network.organisations.models import Trust
from tests.library.moderation.stage import Network, after_commit

PUBLISH = Verdict(DecisionKind.PUBLISH)
CHANGES = Verdict(DecisionKind.CHANGES, words="Name the ward.", field_notes={"setting": "Which ward?"})
DECLINE = Verdict(DecisionKind.DECLINE, words="This is an advertisement.")


def trust(organisation: OrganisationPage, level: Trust) -> None:
    OrganisationPage.objects.filter(pk=organisation.pk).update(trust=level)


def kinds(submission: Submission) -> list[str]:
    return [decision.kind for decision in submission.decisions.all()]


def test_what_is_sent_passes_the_checks_and_waits_with_a_date(network: Network) -> None:
    submission = network.send(network.draft())
    assert submission.stage == Stage.REVIEW
    assert submission.due_at is not None
    assert submission.author == network.author
    assert [region.code for region in submission.regions.all()] == ["be"]


def test_publishing_publishes_and_is_in_the_log(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    decision = after_commit(decide, submission, network.leader_be, PUBLISH, submission.revision_id)
    page.refresh_from_db()
    submission.refresh_from_db()
    assert page.live
    assert submission.stage == Stage.PUBLISHED
    assert (decision.by, decision.revision_id) == (network.leader_be, page.live_revision_id)
    assert kinds(submission) == [DecisionKind.PUBLISH]


def test_asking_for_changes_and_sending_again_goes_through_the_checks_again(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    after_commit(decide, submission, network.leader_be, CHANGES, submission.revision_id)
    submission.refresh_from_db()
    assert submission.stage == Stage.SENT_BACK
    page.title = "Asking before filming on ward 3"
    page.save_revision(user=network.author)
    again = network.send(page)
    assert again == submission
    assert (again.stage, again.round, again.title) == (Stage.REVIEW, 2, "Asking before filming on ward 3")
    after_commit(decide, again, network.leader_be, PUBLISH, again.revision_id)
    page.refresh_from_db()
    assert page.live


def test_what_is_declined_can_be_sent_again(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    after_commit(decide, submission, network.leader_be, DECLINE, submission.revision_id)
    submission.refresh_from_db()
    assert (submission.stage, kinds(submission)) == (Stage.DECLINED, [DecisionKind.DECLINE])
    assert not page.current_workflow_state
    assert network.send(page) == submission


def test_what_is_taken_back_is_in_the_log(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    after_commit(page.current_workflow_state.cancel, user=network.author)
    submission.refresh_from_db()
    assert (submission.stage, kinds(submission)) == (Stage.WITHDRAWN, [DecisionKind.WITHDRAW])


@pytest.mark.parametrize("who", ["author", "coordinator", "leader_eu", "editor"])
def test_only_the_nearest_leader_decides(network: Network, who: str) -> None:
    submission = network.send(network.draft())
    with pytest.raises(NotYours):
        decide(submission, getattr(network, who), PUBLISH, submission.revision_id)


def test_without_any_leader_the_editors_decide(network: Network) -> None:
    submission = network.send(network.draft(network.clinic))
    with pytest.raises(NotYours):
        decide(submission, network.leader_eu, PUBLISH, submission.revision_id)
    decide(submission, network.editor, PUBLISH, submission.revision_id)


def test_two_who_decide_at_once(network: Network) -> None:
    submission = network.send(network.draft())
    decide(submission, network.leader_be, PUBLISH, submission.revision_id)
    with pytest.raises(OvertakenByEvents):
        decide(submission, network.administrator, DECLINE, submission.revision_id)


def test_what_has_changed_meanwhile_is_not_decided_on(network: Network) -> None:
    submission = network.send(network.draft())
    with pytest.raises(OvertakenByEvents):
        decide(submission, network.leader_be, PUBLISH, (submission.revision_id or 0) - 1)


def test_no_without_a_reason_is_refused(network: Network) -> None:
    submission = network.send(network.draft())
    with pytest.raises(Refusal):
        decide(submission, network.leader_be, Verdict(DecisionKind.DECLINE), submission.revision_id)


def test_a_new_organisation_needs_two_reviewers(network: Network) -> None:
    trust(network.hospital, Trust.NEW)
    page = network.draft()
    submission = network.send(page)
    after_commit(decide, submission, network.leader_be, PUBLISH, submission.revision_id)
    submission.refresh_from_db()
    assert submission.stage == Stage.REVIEW
    with pytest.raises(NotYours):
        decide(submission, network.leader_be, PUBLISH, submission.revision_id)
    after_commit(decide, submission, network.leader_eu, PUBLISH, submission.revision_id)
    page.refresh_from_db()
    assert page.live
    assert kinds(submission) == [DecisionKind.APPROVE, DecisionKind.PUBLISH]


@pytest.mark.parametrize(("percent", "drawn"), [(0, False), (100, True)])
def test_a_trusted_organisation_publishes_at_once_and_a_sample_is_looked_at(
    network: Network, percent: int, drawn: bool
) -> None:
    trust(network.hospital, Trust.TRUSTED)
    settings = ModerationSettings.load()
    settings.sample_percent = percent
    settings.save()
    page = network.draft()
    submission = network.send(page)
    page.refresh_from_db()
    assert page.live
    assert submission.stage == Stage.PUBLISHED
    assert SpotCheck.objects.filter(submission=submission).exists() is drawn


def test_claiming_keeps_others_out_until_it_is_given_back(network: Network) -> None:
    submission = network.send(network.draft())
    claim_review(submission, network.leader_be)
    with pytest.raises(OvertakenByEvents):
        decide(submission, network.administrator, PUBLISH, submission.revision_id)
    release_review(submission, network.leader_be)
    decide(submission, network.administrator, PUBLISH, submission.revision_id)


def test_it_can_only_be_handed_to_somebody_who_reviews_it(network: Network) -> None:
    submission = network.send(network.draft())
    with pytest.raises(NotYours):
        hand_on(submission, network.leader_be, network.leader_eu)
    assert hand_on(submission, network.leader_be, network.administrator).claimed_by == network.administrator


def test_an_administrator_who_publishes_by_hand_is_in_the_log(network: Network) -> None:
    page = network.draft()
    page.get_latest_revision().publish(user=network.administrator)
    assert [decision.kind for decision in page.submissions.get().decisions.all()] == [DecisionKind.DIRECT]


def test_nobody_decides_on_what_is_their_own(network: Network) -> None:
    own: User = network.administrator
    submission = network.send(network.draft(owner=own))
    with pytest.raises(NotYours):
        decide(submission, own, PUBLISH, submission.revision_id)


def test_the_owner_does_not_decide_on_it_whoever_sent_it(network: Network) -> None:
    page = network.draft(owner=network.leader_be)
    submission = network.send(page, network.author)
    assert reviewable_by(network.leader_be).count() == 0
    with pytest.raises(NotYours):
        decide(submission, network.leader_be, PUBLISH, submission.revision_id)
    assert submission in reviewable_by(network.leader_eu)
    after_commit(decide, submission, network.leader_eu, PUBLISH, submission.revision_id)


def test_what_is_sent_again_as_it_was_is_another_round_and_checked_again(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    after_commit(decide, submission, network.leader_be, CHANGES, submission.revision_id)
    again = network.send(page)
    assert (again.stage, again.round) == (Stage.REVIEW, 2)
    assert again.workflow_state is not None
    checks = TaskState.objects.filter(workflow_state=again.workflow_state, task__automaticcheckstask__isnull=False)
    assert checks.count() == 2
