"""Handing one resource to a colleague in the CMS, from its editor: now, or once its owner has left."""

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
from library.upkeep.hand_over import colleagues_for, hand_over_resource, may_hand_over, name_successor
from network.admin.asking import ask, carried_out, reader_of, sent_with
from network.models import User

NOW, LATER = "now", "later"


class ColleagueForm(forms.Form):
    """Who looks after a resource, and from when on."""

    def __init__(self, page: ResourcePage, data: Any = None) -> None:
        super().__init__(data, initial={"successor": page.successor_id, "when": LATER if page.successor_id else NOW})
        self.fields["successor"] = forms.ModelChoiceField(
            colleagues_for(page), label=_("Who looks after it"), empty_label=_("Choose a colleague")
        )
        owner = page.owner or _("nobody")
        self.fields["when"] = forms.ChoiceField(
            choices=[(NOW, _("From now on")), (LATER, _g("Once %s has left the organisation") % owner)],
            label=_("From when on"),
            widget=forms.RadioSelect,
        )


def hand_over_resource_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for a colleague, and hand the resource over or name them."""
    page: ResourcePage = get_object_or_404(ResourcePage, pk=page_id)
    reader = reader_of(request)
    if not may_hand_over(reader, page):
        raise PermissionDenied
    form = ColleagueForm(page, sent_with(request))

    def carry(said: dict[str, Any]) -> None:
        verb = hand_over_resource if said["when"] == NOW else name_successor
        verb(page, reader, said["successor"])

    if carried_out(form, carry):
        now = form.cleaned_data["when"] == NOW
        done = _g("%(person)s looks after “%(title)s” now.") if now else _g("%(person)s will look after “%(title)s”.")
        messages.success(request, done % {"title": page.title, "person": form.cleaned_data["successor"]})
        return redirect("wagtailadmin_explore", page.organisation.pk)
    title = _g("Hand over “%s”") % page.title
    intro = _g("Who looks after it is asked about it, and can edit it. Text, address and history stay as they are.")
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
