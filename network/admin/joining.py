"""In the CMS: requests to join that somebody may decide on, and organisations that nobody coordinates."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_POST, require_safe

from network.joining.ask import accept_join_request, decline_join_request
from network.joining.deciders import requests_for
from network.joining.models import JoinRequest
from network.organisations.vacancies import without_coordinator
from network.rights import ADMINISTRATORS, EDITORS, LEADERS
from network.users.models import User


@require_safe
def requests_view(request: HttpRequest) -> HttpResponse:
    """List what waits for this person's answer."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return render(request, "network/admin/join_requests.html", {"requests": requests_for(request.user)})


@require_POST
def decide_view(request: HttpRequest, key: int) -> HttpResponse:
    """Let somebody in, or decline with a reason."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    asked = get_object_or_404(JoinRequest, pk=key)
    try:
        if "accept" in request.POST:
            accept_join_request(asked, request.user)
        else:
            decline_join_request(asked, request.user, request.POST.get("reason", ""))
        messages.success(request, _g("Done. %s is told by mail.") % asked.person)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect("join_requests")


@require_safe
def vacancies_view(request: HttpRequest) -> HttpResponse:
    """List the organisations without a coordinator, for those who can do something about it."""
    groups = (ADMINISTRATORS, EDITORS, LEADERS)
    if not (request.user.is_superuser or request.user.groups.filter(name__in=groups).exists()):
        raise PermissionDenied
    return render(request, "network/admin/without_coordinator.html", {"organisations": without_coordinator()})


def joining_urls() -> list[URLPattern]:
    """The addresses of these pages."""
    return [
        path("join-requests/", requests_view, name="join_requests"),
        path("join-requests/<int:key>/decide/", decide_view, name="decide_join_request"),
        path("organisations/without-coordinator/", vacancies_view, name="organisations_without_coordinator"),
    ]
