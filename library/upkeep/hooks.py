"""Where Wagtail would unpublish a resource without a reason, its page that asks for one."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.action_menu import ActionMenuItem, UnpublishMenuItem
from wagtail.models import Page

from library.resources.base import ResourcePage
from library.upkeep.standing import may_look_after


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
