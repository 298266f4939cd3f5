"""Following what happens to pages elsewhere than on the review desk, so that the log and the stages stay true.

Taking back in the editor, an administrator who publishes or unpublishes by hand, the stop of a workflow: each becomes
a line of the log.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision, WorkflowState
from wagtail.signals import page_published, page_unpublished, workflow_cancelled

from library.moderation.decisions import DecisionKind
from library.moderation.log import record
from library.moderation.submissions import OPEN_STAGES, Stage, Submission
from library.moderation.submit import organisation_of, regions_concerned
from library.resources.base import ResourcePage
from network.models import User


def connect() -> None:
    """Listen to Wagtail; called once when the app is ready."""
    workflow_cancelled.connect(taken_back, dispatch_uid="moderation.taken_back")
    page_published.connect(published, dispatch_uid="moderation.published")
    page_unpublished.connect(unpublished, dispatch_uid="moderation.unpublished")


@transaction.atomic
def taken_back(sender: object, instance: WorkflowState, user: User | None = None, **kwargs: Any) -> None:
    """Note that a submission was withdrawn, unless it was decided in the same breath."""
    submission = Submission.objects.select_for_update().filter(workflow_state=instance, stage__in=OPEN_STAGES).first()
    if submission is not None:
        _end(submission, Stage.WITHDRAWN)
        record(submission, DecisionKind.WITHDRAW, user)


@transaction.atomic
def published(sender: type[Page], instance: Page, revision: Revision | None = None, **kwargs: Any) -> None:
    """Note who published a resource without a decision of the review: an administrator, by hand."""
    if not isinstance(instance, ResourcePage):
        return
    key = revision.pk if revision else instance.live_revision_id
    of_page = Submission.objects.filter(page=instance.pk)
    if of_page.filter(stage=Stage.PUBLISHED, revision=key).exists():
        return
    latest = of_page.order_by("pk").last()
    submission = latest or submission_of(instance)
    submission.revision_id = key
    _end(submission, Stage.PUBLISHED)
    record(submission, DecisionKind.DIRECT, revision.user if revision else None)


@transaction.atomic
def unpublished(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Note that a resource was unpublished, unless the log says so already."""
    submission = Submission.objects.filter(page=instance.pk, stage=Stage.PUBLISHED).order_by("pk").last()
    if submission is not None:
        _end(submission, Stage.UNPUBLISHED)
        record(submission, DecisionKind.UNPUBLISH, None)


def submission_of(page: ResourcePage) -> Submission:
    """Return a submission for a page that was never sent for review, so that something can be decided about it."""
    organisation = organisation_of(page)
    submission = Submission.objects.create(
        page_id=page.pk,
        organisation=organisation,
        author=page.owner,
        title=page.title,
        type_key=page.type_key,
        language=page.language,
        revision_id=page.live_revision_id,
        stage=Stage.PUBLISHED if page.live else Stage.UNPUBLISHED,
    )
    submission.regions.set(regions_concerned(page, organisation))
    return submission


def _end(submission: Submission, stage: Stage) -> None:
    submission.stage, submission.stage_since, submission.decided_at = stage, timezone.now(), timezone.now()
    submission.claimed_by = submission.claimed_at = submission.due_at = None
    submission.save()
