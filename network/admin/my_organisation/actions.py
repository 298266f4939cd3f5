"""What the buttons of the page do: each calls a verb, which knows who may; a refusal becomes a message."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from network.admin.asking import carried_out, sent_with
from network.admin.my_organisation.forms import InviteForm
from network.admin.my_organisation.page import back_to, opened, show
from network.joining.invite import invite, withdraw_invitation
from network.joining.mails import InvitationNotMailed
from network.joining.models import Invitation
from network.organisations.models import Role
from network.organisations.running import change_role
from network.users.models import User


def done(request: HttpRequest, verb: Callable[[], object], words: str) -> None:
    """Do something and say so, or say why it could not be done."""
    try:
        verb()
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, words)


@require_POST
def invite_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Send an invitation."""
    organisation, reader = opened(request, organisation_id, to_run=True)
    form = InviteForm(sent_with(request))

    def send(said: dict[str, Any]) -> None:
        try:
            invite(organisation, reader, said["email"], Role(said["role"]))
        except InvitationNotMailed as error:
            words = _g("The mail server does not take the mail, so nothing was sent. Invite them again in a while.")
            raise ValidationError(words) from error

    if not carried_out(form, send):
        return show(request, organisation, reader, invite=form)
    messages.success(request, _g("%s is invited: the mail has a link that works once.") % form.cleaned_data["email"])
    return back_to(organisation, reader)


@require_POST
def withdraw_view(request: HttpRequest, organisation_id: int, invitation_id: int) -> HttpResponse:
    """Make the link of an invitation worthless."""
    organisation, reader = opened(request, organisation_id, to_run=True)
    invitation = get_object_or_404(Invitation, pk=invitation_id, organisation=organisation)
    words = _g("The invitation to %s is withdrawn; its link no longer works.") % invitation.email
    done(request, lambda: withdraw_invitation(invitation, reader), words)
    return back_to(organisation, reader)


@require_POST
def role_view(request: HttpRequest, organisation_id: int, person_id: int, role: Role) -> HttpResponse:
    """Make a member coordinator, or contributor again."""
    organisation, reader = opened(request, organisation_id, to_run=True)
    person = get_object_or_404(User, pk=person_id, memberships__organisation=organisation)
    words = {
        Role.COORDINATOR: _g("%s coordinates the organisation now."),
        Role.CONTRIBUTOR: _g("%s is a contributor now."),
    }[role]
    done(request, lambda: change_role(organisation, reader, person, role), words % person)
    return back_to(organisation, reader)
