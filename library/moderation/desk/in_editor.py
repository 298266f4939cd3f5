"""The review in the editor of a page: the way to the review page, and where it stands."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem, CancelWorkflowMenuItem

from library.moderation.routing import may_review
from library.moderation.submissions import OPEN_STAGES, Stage, Submission
from network.models import User


class ReviewMenuItem(ActionMenuItem):
    """Leads to the page on which this one is decided on."""

    name = "action-review"
    label: Any = _("Review")
    icon_name = "clipboard-list"

    def __init__(self, submission: Submission) -> None:
        super().__init__(order=0)
        self.submission = submission

    def get_url(self, parent_context: Any) -> str:
        """Return the address of the review page."""
        return reverse("review_submission", args=[self.submission.pk])


class TakeBackMenuItem(CancelWorkflowMenuItem):
    """Wagtail's way to end the workflow, under the name that it has here."""

    label = _("Take it back")


def lead_to_the_review(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put the review in front for those who decide, and name the taking back plainly."""
    items[:] = [
        TakeBackMenuItem(order=item.order) if isinstance(item, CancelWorkflowMenuItem) else item for item in items
    ]
    page = context.get("page")
    user = request.user
    if page is None or not page.pk or not isinstance(user, User):
        return
    submission = Submission.objects.filter(page=page.pk, stage=Stage.REVIEW).first()
    if submission is not None and may_review(user, submission):
        items.insert(0, ReviewMenuItem(submission))


def open_submission(page_key: int) -> Submission | None:
    """Return the submission of a page that is not decided yet."""
    found: Submission | None = (
        Submission.objects.filter(page=page_key, stage__in=OPEN_STAGES).select_related("claimed_by").first()
    )
    return found
