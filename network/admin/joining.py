"""In the CMS: requests to join that somebody may decide on, and organisations that nobody coordinates."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from network.admin.asking import reader_of
from network.admin.vacancies import vacancies_for
from network.joining.ask import accept_join_request, decline_join_request
from network.joining.deciders import requests_for
from network.joining.models import JoinRequest
from network.rights import ADMINISTRATORS, EDITORS, LEADERS
from network.users.models import User

REASON = forms.CharField(max_length=1000, required=False)


@require_safe
def requests_view(request: HttpRequest) -> HttpResponse:
    """List what waits for this person's answer."""
    reader = reader_of(request)
    context = {"requests": requests_for(reader), "sees_vacancies": looks_after_organisations(reader)}
    return _listed(request, "join_requests", _g("Requests to join"), **context)


@require_POST
def decide_view(request: HttpRequest, key: int) -> HttpResponse:
    """Let somebody in, or decline with a reason."""
    reader, asked = reader_of(request), get_object_or_404(JoinRequest, pk=key)
    try:
        if "accept" in request.POST:
            accept_join_request(asked, reader)
        else:
            decline_join_request(asked, reader, REASON.clean(request.POST.get("reason", "")))
        messages.success(request, _g("Done. %s is told by mail.") % asked.person)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    if "from_organisation" in request.POST and asked.organisation_id:
        return redirect("organisation_people", asked.organisation_id)
    return redirect("join_requests")


@require_safe
def vacancies_view(request: HttpRequest) -> HttpResponse:
    """List the organisations without a coordinator, for those who can do something about it."""
    reader = reader_of(request)
    if not looks_after_organisations(reader):
        raise PermissionDenied
    vacancies = vacancies_for(reader)
    return _listed(request, "without_coordinator", _g("Organisations without a coordinator"), vacancies=vacancies)


def looks_after_organisations(person: User) -> bool:
    """Tell whether somebody answers for organisations beside their own: leaders, editors, administrators."""
    groups = (ADMINISTRATORS, EDITORS, LEADERS)
    return person.is_superuser or person.groups.filter(name__in=groups).exists()


class JoiningMenuItem(MenuItem):
    """Shown to those who answer for organisations beside their own; coordinators have it on the page of theirs."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Ask for the groups."""
        return isinstance(request.user, User) and looks_after_organisations(request.user)


def joining_menu_item() -> MenuItem:
    """Requests to join in the CMS menu."""
    return JoiningMenuItem(
        _("Requests to join"), reverse_lazy("join_requests"), name="join-requests", icon_name="user", order=131
    )


def _listed(request: HttpRequest, name: str, title: str, **context: Any) -> HttpResponse:
    context |= {
        "header_title": title,
        "header_icon": "group",
        "breadcrumbs_items": [{"url": reverse("wagtailadmin_home"), "label": _g("Home")}, {"url": "", "label": title}],
    }
    return render(request, f"network/admin/{name}.html", context)


def joining_urls() -> list[URLPattern]:
    """The addresses of these pages."""
    return [
        path("join-requests/", requests_view, name="join_requests"),
        path("join-requests/<int:key>/decide/", decide_view, name="decide_join_request"),
        path("organisations/without-coordinator/", vacancies_view, name="organisations_without_coordinator"),
    ]
