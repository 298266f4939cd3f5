"""Handing one resource to a colleague in the CMS, from its editor."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from library.resources.base import ResourcePage
from library.upkeep.hand_over import colleagues_for, hand_over_resource, may_hand_over
from network.admin.asking import ask, carried_out, reader_of, sent_with
from network.models import User


class ColleagueForm(forms.Form):
    """Who looks after a resource from now on."""

    def __init__(self, page: ResourcePage, data: Any = None) -> None:
        super().__init__(data)
        self.fields["successor"] = forms.ModelChoiceField(
            colleagues_for(page), label=_("Who looks after it from now on"), empty_label=_("Choose a colleague")
        )


def hand_over_resource_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for a colleague, and hand the resource over."""
    page: ResourcePage = get_object_or_404(ResourcePage, pk=page_id)
    reader = reader_of(request)
    if not may_hand_over(reader, page):
        raise PermissionDenied
    form = ColleagueForm(page, sent_with(request))
    if carried_out(form, lambda said: hand_over_resource(page, reader, said["successor"])):
        said = {"title": page.title, "person": form.cleaned_data["successor"]}
        messages.success(request, _g("%(person)s looks after “%(title)s” now.") % said)
        return redirect("wagtailadmin_explore", page.organisation.pk)
    title = _g("Hand over “%s”") % page.title
    intro = _g(
        "Your colleague is asked about it from now on, and can edit it. Text, address and history stay as they are."
    )
    back = page.title, reverse("wagtailadmin_pages:edit", args=[page.pk])
    return ask(request, form, title, back=back, intro=intro, button=_g("Hand over"))


def hand_over_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer it in the menu at the top of a resource's editor."""
    if isinstance(page, ResourcePage) and isinstance(user, User) and may_hand_over(user, page):
        address = reverse("hand_over_resource", args=[page.pk])
        yield Button(_("Hand over"), address, icon_name="user", priority=45)


def hand_over_urls() -> list[URLPattern]:
    """The address of the page."""
    return [path("resources/<int:page_id>/hand-over/", hand_over_resource_view, name="hand_over_resource")]
