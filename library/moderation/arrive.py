"""A submission reaches its reviewers, with a date by which they should decide; or is published at once, on trust."""

from secrets import randbelow
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Task, TaskState, WorkflowState

from library.moderation.after_publication import SpotCheck
from library.moderation.checks.models import Finding, Level
from library.moderation.decisions import DecisionKind
from library.moderation.events import Event, tell
from library.moderation.log import record
from library.moderation.settings import ModerationSettings
from library.moderation.submissions import Stage, Submission
from library.moderation.working_days import add_working_days
from network.organisations.models import Trust


@transaction.atomic
def arrive(state: TaskState) -> None:
    """Put a submission on the desks. What a trusted organisation sends, and no check objects to, is published."""
    submission = Submission.objects.select_for_update().get(workflow_state=state.workflow_state)
    if is_published_on_trust(submission):
        _publish_on_trust(submission, state)
        return
    settings = ModerationSettings.load()
    trust = submission.organisation.trust if submission.organisation else Trust.NEW
    submission.stage, submission.stage_since = Stage.REVIEW, timezone.now()
    submission.due_at = add_working_days(timezone.now(), settings.due_days)
    submission.approvals_needed = settings.reviewers_of_new if trust == Trust.NEW else 1
    submission.save()
    tell(submission, Event.ARRIVED)


def is_published_on_trust(submission: Submission) -> bool:
    """Tell whether no person needs to look first: a trusted organisation, and nothing that a person should see."""
    if submission.organisation is None or submission.organisation.trust != Trust.TRUSTED:
        return False
    objections = Finding.objects.filter(submission=submission, revision=submission.revision_id)
    return not objections.exclude(level=Level.INFO).exists()


def _publish_on_trust(submission: Submission, state: TaskState) -> None:
    """Approve the step, upon which Wagtail finishes the workflow; draw some of them for a look afterwards."""
    state.status, state.finished_at = TaskState.STATUS_APPROVED, timezone.now()
    state.save(update_fields=["status", "finished_at"])
    submission.stage, submission.stage_since = Stage.PUBLISHED, timezone.now()
    submission.decided_at = submission.stage_since
    submission.save()
    record(submission, DecisionKind.PUBLISH, None)
    if randbelow(100) < ModerationSettings.load().sample_percent:
        SpotCheck.objects.get_or_create(submission=submission)


def step_to_repeat(workflow_state: WorkflowState) -> Task | None:
    """Return the step before the review that the latest revision has not passed since it was sent, if there is one."""
    page: Any = workflow_state.content_object
    checks = Task.objects.filter(
        workflow_tasks__workflow=workflow_state.workflow, active=True, automaticcheckstask__isnull=False
    )
    if not Submission.objects.filter(workflow_state=workflow_state, stage=Stage.SENT_BACK).exists():
        passed = workflow_state.task_states.filter(
            status=TaskState.STATUS_APPROVED, revision=page.get_latest_revision()
        )
        checks = checks.exclude(pk__in=passed.values("task"))
    first = checks.first()
    return first.specific if first else None
