"""What listens to the review: the automatic checks, and what keeps log and stages true; Wagtail's own mails do not."""

from django.db.models.signals import post_save
from wagtail.models import WorkflowState
from wagtail.signals import workflow_approved, workflow_rejected, workflow_submitted

from library.moderation import follow
from library.moderation.checks.waiting import check_at_once
from library.moderation.events import submission_moving
from library.moderation.notices import kinds
from library.moderation.notices.comments import COMMENTED
from library.moderation.notices.tell import tell_those_concerned
from network.notifications.kinds import register

STOCK_MAILS = {"submitted": workflow_submitted, "rejected": workflow_rejected, "approved": workflow_approved}


def connect() -> None:
    """Listen; called once when the app is ready."""
    follow.connect()
    post_save.connect(check_at_once, sender=WorkflowState, dispatch_uid="moderation.check_at_once")
    submission_moving.connect(tell_those_concerned, dispatch_uid="moderation.tell_those_concerned")
    kinds.register_all()
    register(COMMENTED)
    silence_stock_mails()


def silence_stock_mails() -> None:
    """Keep Wagtail from mailing about the workflow: the review tells each person once, in their language.

    ``wagtail.admin`` is ready after us, and connects nothing under a name that is taken.
    """
    for event, signal in STOCK_MAILS.items():
        uid = f"workflow_state_{event}_email_notification"
        signal.connect(_say_nothing, sender=WorkflowState, dispatch_uid=uid, weak=False)


def _say_nothing(sender: object, **kwargs: object) -> None:
    """Stand where Wagtail's mail would be sent."""
