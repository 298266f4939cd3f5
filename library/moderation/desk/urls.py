"""The addresses of the review desk in the CMS, and its place in the menu."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from library.moderation.desk import actions
from library.moderation.desk.listing import DecidedView, QueueView
from library.moderation.desk.page import review_view
from library.moderation.desk.preview import preview_view
from network.models import User
from network.rights import EDITORS, LEADERS


def review_urls() -> list[URLPattern]:
    """The lists, the page of a submission, its preview and its buttons."""
    one = "review/<int:submission_id>/"
    return [
        path("review/", QueueView.as_view(), name="review_desk"),
        path("review/results/", QueueView.as_view(results_only=True), name="review_desk_results"),
        path("review/decided/", DecidedView.as_view(), name="review_decided"),
        path("review/decided/results/", DecidedView.as_view(results_only=True), name="review_decided_results"),
        path(one, review_view, name="review_submission"),
        path(f"{one}preview/", preview_view, name="review_preview"),
        path(f"{one}decide/", actions.decide_view, name="review_decide"),
        path(f"{one}claim/", actions.claim_view, name="review_claim"),
        path(f"{one}release/", actions.release_view, name="review_release"),
        path(f"{one}hand-on/", actions.hand_on_view, name="review_hand_on"),
        path(f"{one}say/", actions.say_view, {"is_internal": False}, name="review_say"),
        path(f"{one}note/", actions.say_view, {"is_internal": True}, name="review_note"),
    ]


class ReviewMenuItem(MenuItem):
    """Shown to those who review."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the groups of leaders and editors."""
        user = request.user
        if not isinstance(user, User):
            return False
        return user.is_superuser or user.groups.filter(name__in=(LEADERS, EDITORS)).exists()


def review_menu_item() -> MenuItem:
    """The desk in the CMS menu."""
    return ReviewMenuItem(
        _("Review desk"), reverse_lazy("review_desk"), name="review-desk", icon_name="clipboard-list", order=120
    )
