"""The review that stands on the directory of organisations: Wagtail's workflow, one approval by leaders or editors."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from network.rights import EDITORS, LEADERS

REVIEW = "Review"


@transaction.atomic
def set_up_review(directory: Page) -> Workflow:
    """Create the review and put it on the directory, so that it holds for every organisation's section.

    May be called again; a workflow that an administrator has put there instead is left alone.
    """
    assigned: Workflow | None = Workflow.objects.filter(workflow_pages__page_id=directory.pk).first()
    if assigned is not None:
        return assigned
    workflow: Workflow = Workflow.objects.get_or_create(name=REVIEW, defaults={"active": True})[0]
    task = GroupApprovalTask.objects.get_or_create(name=REVIEW, defaults={"active": True})[0]
    task.groups.set(Group.objects.filter(name__in=(LEADERS, EDITORS)))
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page_id=directory.pk)
    return workflow
