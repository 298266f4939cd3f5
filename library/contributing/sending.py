"""Sending for review from the editor: the first button for who does not publish, and the way back to the desk."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.action_menu import PublishMenuItem, SubmitForModerationMenuItem
from wagtail.models import Page, WorkflowState

from library.moderation.submissions import Stage, Submission
from library.resources.base import ResourcePage

SENDS = "action-submit"  # the name of Wagtail's button


class SendForReviewMenuItem(SubmitForModerationMenuItem):
    """Wagtail's "Submit to …" under the name that it has here, with a key: from the last field it is a long way."""

    template_name = "library/admin/contributing/send.html"
    icon_name = "check"
    label: Any = _("Send for review")

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Say that it is sent once more where it was sent back."""
        context: dict[str, Any] = super().get_context_data(parent_context)
        state = getattr((parent_context or {}).get("page"), "current_workflow_state", None)
        was_sent_back = state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES
        context["label"] = _("Send again") if was_sent_back else self.label
        return context


def sending_first(items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Put sending first for those who cannot publish: what they type is kept as a draft by itself meanwhile."""
    sending = next((item for item in items if isinstance(item, SubmitForModerationMenuItem)), None)
    if sending is None:
        return
    place = items.index(sending)
    items[place] = SendForReviewMenuItem(order=sending.order)
    if not any(isinstance(item, PublishMenuItem) for item in items):
        items.insert(0, items.pop(place))


def to_the_desk(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead who has sent a resource to their desk, with one sentence on what happens next."""
    if SENDS not in request.POST or not isinstance(page, ResourcePage):
        return None
    submission = Submission.objects.filter(page=page.pk).order_by("pk").last()
    if submission is None:
        return None
    for _said in get_messages(request):
        pass  # what Wagtail has said of it is left out: the sentence below says it in the words of the desk
    if submission.stage == Stage.SENT_BACK:
        mend = messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _g("Mend it"))
        words = _g("“%s” is not with a reviewer yet: the automatic checks found points to mend.") % submission.title
        messages.warning(request, words, buttons=[mend])
    else:
        messages.success(request, sentence_on(submission))
    return redirect("wagtailadmin_home")


def sentence_on(submission: Submission) -> str:
    """Return what its author is told right after sending."""
    words = {
        Stage.CHECKS: _g("“%s” is sent. The automatic checks look at it, then a reviewer does; you will be told."),
        Stage.PUBLISHED: _g("“%s” is published."),
    }
    in_review = _g("“%s” is sent for review. You will be told what the reviewer says.")
    return words.get(Stage(submission.stage), in_review) % submission.title
