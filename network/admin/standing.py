"""The standing of an organisation in the CMS: tier and trust, changed with a reason, and every change before."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from network.admin.asking import ask, carried_out, reader_of, sent_with
from network.organisations.models import OrganisationPage, Tier, Trust
from network.organisations.standing import change_standing, may_set_standing


class StandingForm(forms.Form):
    """What it should be, and why."""

    tier = forms.ChoiceField(label=_("Membership tier"), choices=Tier.choices)
    trust = forms.ChoiceField(
        label=_("Trust"),
        help_text=_("New: two people review. Known: one does. Trusted: published after the checks, sampled later."),
        choices=Trust.choices,
    )
    reason = forms.CharField(
        label=_("Why"),
        help_text=_("The people of the organisation read this."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def standing_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show how an organisation stands and stood, and change it."""
    reader = reader_of(request)
    organisation: OrganisationPage = get_object_or_404(OrganisationPage, pk=organisation_id)
    if not may_set_standing(reader, organisation):
        raise PermissionDenied
    form = StandingForm(sent_with(request), initial={"tier": organisation.tier, "trust": organisation.trust})

    def change(said: dict[str, Any]) -> None:
        change_standing(organisation, reader, said["reason"], tier=Tier(said["tier"]), trust=Trust(said["trust"]))

    if carried_out(form, change):
        messages.success(request, _g("%s stands as you said. Its people see the reason.") % organisation.title)
        return redirect("organisation_standing", organisation.pk)
    back = organisation.title, reverse("organisation_people", args=[organisation.pk])
    history = organisation.standing_changes.select_related("by")
    title, template = _g("Standing of %s") % organisation.title, "network/admin/standing.html"
    return ask(request, form, title, back=back, template=template, button=_g("Change"), history=history)


def standing_urls() -> list[URLPattern]:
    """The address of the page."""
    return [path("organisations/<int:organisation_id>/standing/", standing_view, name="organisation_standing")]
