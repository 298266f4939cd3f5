"""Where people look for copying and adapting: the menu of a page in the CMS, its lists, and Wagtail's own copying."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import Button
from wagtail.models import Page

from library.contributing.copying import may_adapt
from library.resources.base import ResourcePage
from network.models import User


def copy_our_way(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Lead from Wagtail's copying, which takes the history along and may publish, to ours."""
    is_resource = issubclass(page.specific_class or Page, ResourcePage)
    return redirect("copy_resource", page.pk) if is_resource else None


def adapt_button(page: Page, user: User, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to adapt what is published, in the menu of its editor."""
    if isinstance(page, ResourcePage) and may_adapt(user, page):
        yield Button(_("Adapt"), reverse("adapt_resource", args=[page.pk]), icon_name="copy", priority=31)
