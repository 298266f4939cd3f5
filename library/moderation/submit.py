"""Sending for review: the submission of a page begins, or goes on after it was sent back."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, TaskState

from library.moderation.events import Event, tell
from library.moderation.submissions import Escalation, Stage, Submission
from library.resources.base import ResourcePage
from network.models import OrganisationPage, Region, RegionKind, User

GOES_ON = (Stage.CHECKS, Stage.REVIEW, Stage.SENT_BACK, Stage.DECLINED, Stage.WITHDRAWN)


@transaction.atomic
def submit(state: TaskState, author: User | None) -> Submission:
    """Open the submission of the page whose checks begin, or take the earlier one up again; return it."""
    workflow_state = state.workflow_state
    sent: Any = workflow_state.content_object
    page: Page = sent.get_latest_revision_as_object()
    latest = Submission.objects.select_for_update().filter(page=page.pk).order_by("pk").last()
    submission = latest if latest and latest.stage in GOES_ON else Submission(page_id=page.pk, round=0)
    submission.workflow_state, submission.revision = workflow_state, state.revision
    submission.author = author or workflow_state.requested_by or page.owner
    submission.organisation = organisation_of(page)
    submission.title = page.title
    submission.type_key, submission.language = getattr(page, "type_key", ""), getattr(page, "language", "")
    submission.stage, submission.stage_since = Stage.CHECKS, timezone.now()
    submission.submitted_at, submission.decided_at = timezone.now(), None
    submission.round += 1
    submission.claimed_by = submission.claimed_at = submission.due_at = None
    submission.reminders, submission.escalation = 0, Escalation.NONE
    submission.save()
    submission.regions.set(regions_concerned(page, submission.organisation))
    tell(submission, Event.SENT, submission.author)
    return submission


def organisation_of(page: Page) -> OrganisationPage | None:
    """Return the organisation in whose section a page stands, or which it is."""
    found: OrganisationPage | None = OrganisationPage.objects.ancestor_of(page, inclusive=True).first()
    return found


def regions_concerned(page: Page, organisation: OrganisationPage | None) -> list[Region]:
    """Return the regions whose leaders decide: the resource's own; for the whole world, or none, the organisation's."""
    regions = list(page.regions.all()) if isinstance(page, ResourcePage) else []
    narrow = [region for region in regions if region.kind != RegionKind.WORLD]
    if narrow:
        return narrow
    if organisation and organisation.home_region:
        return [organisation.home_region]
    return regions or list(Region.objects.filter(kind=RegionKind.WORLD))
