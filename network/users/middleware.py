"""Nobody who must have a second step at login enters the CMS without one."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _g

from network.users.models import User
from network.users.second_factor import owes_second_factor

CMS = "/admin/"


class SecondFactorMiddleware:
    """Leads from the CMS to where the second step is set up; logging out is always possible."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, or lead there."""
        if not request.path.startswith(CMS) or request.path == f"{CMS}logout/":
            return self.get_response(request)
        if isinstance(request.user, User) and owes_second_factor(request.user):
            messages.warning(request, _g("Your role asks for a second step at login. Set it up to go on to the CMS."))
            return redirect("mfa_activate_totp")
        return self.get_response(request)
