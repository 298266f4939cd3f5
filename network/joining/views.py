"""Joining on the public site: the form to ask with, and the page behind the link of an invitation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _g
from django.views.decorators.cache import never_cache

from network.joining.ask import ask_to_join
from network.joining.forms import JoinForm
from network.joining.invite import accept_invitation, find_invitation
from network.users.models import User


@login_required
def join_view(request: HttpRequest) -> HttpResponse:
    """Show the form, and ask."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    form = JoinForm(
        request.POST or None, person=request.user, initial={"organisation": request.GET.get("organisation")}
    )
    if request.method == "POST" and form.is_valid():
        ask_to_join(request.user, form.wanted(), form.cleaned_data["words"])
        messages.success(request, _g("You have asked. You will have an answer by mail."))
        return redirect("share")
    return render(request, "network/join.html", {"form": form})


@never_cache
@login_required
def invitation_view(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites whom, and accept; whoever has another address says that it is for them."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    try:
        invitation = find_invitation(token)
        if request.method == "POST":
            accept_invitation(token, request.user, is_confirmed="is_confirmed" in request.POST)
            return redirect("wagtailadmin_home")
    except ValidationError as refusal:
        messages.warning(request, refusal.messages[0])
        return redirect("share" if request.method != "POST" else request.path)
    is_theirs = invitation.email.lower() == request.user.email.lower()
    return render(request, "network/invitation.html", {"invitation": invitation, "is_theirs": is_theirs})
