"""What an approval does: it publishes. Wagtail's models import this while they load, so it imports none of them."""

from typing import TYPE_CHECKING, Any

from django.db import transaction

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from network.models import User


@transaction.atomic
def publish_approved(workflow_state: "WorkflowState", user: "User | None" = None) -> None:
    """Publish what has passed the review; Wagtail calls it when the last task of a workflow is approved.

    Whoever approves needs no right to publish anything else, which is what Wagtail's own action would ask for:
    leaders and editors publish by deciding, and in no other way. That they may decide was checked by the task.
    """
    page: Any = workflow_state.content_object  # a page: the review stands on the directory of organisations
    page.get_latest_revision().publish(user=user, skip_permission_checks=True)
