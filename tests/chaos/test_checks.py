"""Workers killed with -9 while they check and publish: everything goes on, nothing is published unreviewed."""

from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Page, Revision, TaskState

from library.models import CheckSetting, DecisionKind, ResourcePage, Stage, Submission
from library.moderation.checks.models import Level
from library.moderation.decide import Verdict, decide
from library.moderation.tasks import RegionalReviewTask
from network.models import OrganisationPage
from network.organisations.models import Trust
from tests.chaos.processes import Program, start_worker
from tests.conditions import wait_until
from tests.library.moderation.stage import Network, make_network

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

MANY, PATIENCE = 6, 120.0  # of each sort; seconds, of which a worker takes some to start on a busy machine


@pytest.fixture
def network(transactional_db: None, settings: Settings) -> Network:
    """The network, where sending leaves the checks to the worker, and resources may be much alike."""
    settings.CHECKS_RUN = "worker"
    CheckSetting.objects.create(check_id="duplicate", is_on=False, level=Level.WARN)
    return make_network()


def being_checked(at_most: int) -> bool:
    """Tell whether no more than so many wait for their checks."""
    return Submission.objects.filter(stage=Stage.CHECKS).count() <= at_most


def send(network: Network, title: str, organisation: OrganisationPage, *, is_complete: bool = True) -> Submission:
    """Send a draft for review."""
    draft = network.draft(organisation, title=title)
    if not is_complete:
        draft.licence = None
        draft.save_revision(user=draft.owner)
    submission = network.send(draft)
    assert submission.stage == Stage.CHECKS
    return submission


def test_what_is_checked_when_the_worker_dies_is_checked_by_the_next(
    network: Network, site: Path, workers: list[Program]
) -> None:
    OrganisationPage.objects.filter(pk=network.clinic.pk).update(trust=Trust.TRUSTED)
    complete = [send(network, f"On lifts that speak, part {number}", network.hospital) for number in range(MANY)]
    trusted = [send(network, f"On doors that open, part {number}", network.clinic) for number in range(MANY)]
    empty = [send(network, f"On nothing, part {number}", network.hospital, is_complete=False) for number in range(MANY)]
    worker = start_worker(workers, site)
    for left in (3 * MANY - 2, MANY):
        wait_until(partial(being_checked, left), PATIENCE)
        worker.kill()
    wait_until(partial(being_checked, 0), PATIENCE)

    assert stages(complete) == {Stage.REVIEW}
    assert stages(trusted) == {Stage.PUBLISHED}
    assert stages(empty) == {Stage.SENT_BACK}
    assert decisions(complete) == []
    assert decisions(trusted) == [DecisionKind.PUBLISH] * MANY
    assert decisions(empty) == [DecisionKind.CHECKS_BLOCK] * MANY
    live = ResourcePage.objects.live().values_list("pk", flat=True)
    assert set(live) == {submission.page_id for submission in again(trusted)}
    in_review = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS, task__in=RegionalReviewTask.objects.all())
    assert in_review.count() == MANY


def test_what_is_due_when_the_worker_dies_is_published_by_the_next(
    network: Network, site: Path, workers: list[Program], settings: Settings
) -> None:
    settings.CHECKS_RUN = "immediate"
    tomorrow = timezone.now() + timedelta(days=1)
    sent = [
        network.send(network.draft(title=f"On ramps, part {number}", go_live_at=tomorrow)) for number in range(MANY)
    ]
    for submission in sent[:-1]:
        decide(submission, network.leader_be, Verdict(DecisionKind.PUBLISH), submission.revision_id)
    assert not ResourcePage.objects.live().exists()
    due = Page.objects.filter(pk__in=[submission.page_id for submission in sent])
    for revision in Revision.page_revisions.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
        revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
        revision.save()
    worker = start_worker(workers, site)
    wait_until(lambda: due.live().exists(), PATIENCE)
    worker.kill()
    wait_until(lambda: due.live().count() == MANY - 1, PATIENCE)
    assert stages(sent[-1:]) == {Stage.REVIEW}


def again(submissions: list[Submission]) -> list[Submission]:
    """Return submissions as they are in the database."""
    return list(Submission.objects.filter(pk__in=[each.pk for each in submissions]))


def stages(submissions: list[Submission]) -> set[str]:
    """Return where submissions stand."""
    return {submission.stage for submission in again(submissions)}


def decisions(submissions: list[Submission]) -> list[str]:
    """Return what was decided about submissions, by anybody."""
    return [decision.kind for submission in again(submissions) for decision in submission.decisions.all()]
