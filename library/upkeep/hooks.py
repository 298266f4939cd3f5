"""Where people look for taking a resource off the site, and for the appeal against a decision.

Where Wagtail would unpublish a resource without a reason stands its page that asks for one.
"""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, UnpublishMenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from library.moderation.decisions import Decision
from library.moderation.submissions import Submission
from library.resources.base import ResourcePage
from library.upkeep.appeal import STAGE_LEFT, may_appeal
from library.upkeep.standing import may_look_after, may_take_off
from network.models import User


class TakeOffMenuItem(ActionMenuItem):
    """Takes the place of Wagtail's "Unpublish" in the editor of a resource."""

    name = "action-take-off"
    label: Any = _("Take off the site")
    icon_name = "download"
    order = 90

    def is_shown(self, context: Any) -> bool:
        """Show it on what is on the site, to who looks after it."""
        page = context.get("page")
        return bool(page and page.live and may_look_after(context["request"].user, page))

    def get_url(self, context: Any) -> str:
        """Return the page that asks for the reason."""
        return reverse("take_off", args=[context["page"].pk])


class AppealMenuItem(ActionMenuItem):
    """Leads from the editor of what was declined or taken off to the appeal against that."""

    name = "action-appeal"
    label: Any = _("Appeal")
    icon_name = "warning"
    order = 91

    def __init__(self, decision: Decision) -> None:
        super().__init__()
        self.decision = decision

    def get_url(self, context: Any) -> str:
        """Return the page that shows the decision and asks why it should be looked at again."""
        return reverse("make_appeal", args=[self.decision.pk])


def offer_appeal(items: list[Any], request: HttpRequest, context: Any) -> None:
    """Offer the appeal to who may make it."""
    page, user = context.get("page"), request.user
    if not isinstance(page, ResourcePage) or not isinstance(user, User):
        return
    left = Submission.objects.filter(page=page.pk, stage__in=STAGE_LEFT.values()).order_by("pk").last()
    decision = left.decisions.order_by("pk").last() if left else None
    if decision is not None and may_appeal(user, decision):
        items.append(AppealMenuItem(decision))


def take_off_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer it in the menu of a page to those for whom Wagtail has no "Unpublish" there."""
    if not isinstance(page, ResourcePage) or not page.live or page.permissions_for_user(user).can_unpublish():
        return
    if may_take_off(user, page):
        yield Button(_("Take off the site"), reverse("take_off", args=[page.pk]), icon_name="download", priority=60)


def take_off_instead(items: list[Any], request: HttpRequest, context: Any) -> None:
    """Offer the page that asks for a reason, in the place of the one that does not."""
    page = context.get("page")
    if isinstance(page, ResourcePage):
        items[:] = [item for item in items if not isinstance(item, UnpublishMenuItem)]
        ours = TakeOffMenuItem()
        if ours.is_shown(context):
            items.append(ours)


def ask_why(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead from Wagtail's confirmation to ours."""
    return redirect("take_off", page.pk) if isinstance(page, ResourcePage) else None


def not_in_bulk(request: HttpRequest, action_type: str, objects: list[Any], action: Any) -> HttpResponse | None:
    """Refuse to unpublish several resources at once: each has its own reason and owner."""
    if action_type != "unpublish" or not any(isinstance(each, Page) and is_resource(each) for each in objects):
        return None
    messages.error(request, _g("Take resources off the site one by one, each with its reason."))
    return redirect("resources:index")


def is_resource(page: Page) -> bool:
    """Tell whether a page is a resource, whatever class it was read as."""
    return issubclass(page.specific_class or Page, ResourcePage)
