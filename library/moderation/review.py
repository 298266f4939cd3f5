"""The review that stands on the directory of organisations: Wagtail's workflow, checks first, then leaders."""

from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from library.moderation.reasons import set_up_reasons
from library.moderation.tasks import AutomaticChecksTask, RegionalReviewTask

REVIEW = "Review"
CHECKS, LEADERS_DECIDE = "Automatic checks", "Regional review"


@transaction.atomic
def set_up_review(directory: Page) -> Workflow:
    """Create the review and put it on the directory, so that it holds for every organisation's section.

    May be called again; a workflow that an administrator has put there instead is left alone. The first list of
    reasons for decisions comes with it.
    """
    set_up_reasons()
    assigned: Workflow | None = Workflow.objects.filter(workflow_pages__page_id=directory.pk).first()
    if assigned is not None and not _is_of_one_approval(assigned):
        return assigned
    workflow: Workflow = assigned or Workflow.objects.get_or_create(name=REVIEW, defaults={"active": True})[0]
    workflow.workflow_tasks.all().delete()
    steps: list[Task] = [
        AutomaticChecksTask.objects.get_or_create(name=CHECKS, defaults={"active": True})[0],
        RegionalReviewTask.objects.get_or_create(name=LEADERS_DECIDE, defaults={"active": True})[0],
    ]
    for order, step in enumerate(steps):
        WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=order)
    WorkflowPage.objects.get_or_create(workflow=workflow, page_id=directory.pk)
    return workflow


def _is_of_one_approval(workflow: Workflow) -> bool:
    """Tell whether it is the review that this one takes the place of: one approval by leaders or editors."""
    steps = [step.specific for step in workflow.tasks]
    return workflow.name == REVIEW and [type(step) for step in steps] == [GroupApprovalTask]
