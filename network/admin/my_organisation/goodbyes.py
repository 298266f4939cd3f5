"""Going and handing over: pages that say what follows, ask who takes over, and call a verb."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _g
from wagtail.admin import messages

from network.admin.asking import ask, carried_out, sent_with
from network.admin.my_organisation.forms import HandOverForm, SuccessorForm
from network.admin.my_organisation.page import back_to, opened
from network.organisations.models import OrganisationPage
from network.organisations.running import coordinates, end_membership, hand_over_organisation, leave
from network.users.models import User


def remove_view(request: HttpRequest, organisation_id: int, person_id: int) -> HttpResponse:
    """Ask who takes over, then remove somebody."""
    organisation, reader = opened(request, organisation_id, to_run=True)
    person = get_object_or_404(User, pk=person_id, memberships__organisation=organisation)
    form = SuccessorForm(organisation, person, sent_with(request))

    def remove(said: dict[str, Any]) -> None:
        end_membership(organisation, reader, person, said["successor"])

    if carried_out(form, remove):
        messages.success(request, _g("%s no longer belongs to the organisation.") % person)
        return back_to(organisation, reader)
    intro = _g("The account stays, but it can no longer write here. What it made stays with the organisation.")
    title = _g("Remove %s") % person
    return ask(request, form, title, back=_back(organisation), intro=intro, button=_g("Remove"))


def leave_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Ask who takes over, then let somebody go."""
    organisation, reader = opened(request, organisation_id)
    if not reader.memberships.filter(organisation=organisation).exists():
        raise PermissionDenied
    form = SuccessorForm(organisation, reader, sent_with(request))
    if carried_out(form, lambda said: leave(organisation, reader, said["successor"])):
        messages.success(request, _g("You no longer belong to %s.") % organisation.title)
        return back_to(organisation, reader)
    intro = _g("You keep your account. What you made stays with the organisation, and you can ask to join again.")
    title = _g("Leave %s") % organisation.title
    return ask(request, form, title, back=_back(organisation), intro=intro, button=_g("Leave"))


def hand_over_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Ask who coordinates next, then hand the organisation over."""
    organisation, reader = opened(request, organisation_id)
    if not coordinates(reader, organisation):
        raise PermissionDenied
    form = HandOverForm(organisation, reader, sent_with(request))

    def hand_over(said: dict[str, Any]) -> None:
        hand_over_organisation(organisation, reader, said["successor"], stays=not said["leaves"])

    if carried_out(form, hand_over):
        messages.success(request, _g("%s coordinates the organisation now.") % form.cleaned_data["successor"])
        return back_to(organisation, reader)
    intro = _g("Your successor becomes coordinator in your place. Invite somebody first who is not a member yet.")
    title = _g("Hand over %s") % organisation.title
    return ask(request, form, title, back=_back(organisation), intro=intro, button=_g("Hand over"))


def _back(organisation: OrganisationPage) -> tuple[str, str]:
    return organisation.title, reverse("organisation_people", args=[organisation.pk])
