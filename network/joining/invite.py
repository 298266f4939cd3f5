"""Inviting somebody by mail: a link that works once, for two weeks; only a hash of its token is kept."""

import hashlib
import secrets
from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _g

from network.joining.mails import mail_invitation
from network.joining.models import Invitation
from network.organisations.membership import admit_member
from network.organisations.models import Membership, OrganisationPage, Role
from network.organisations.running import may_run
from network.users.models import User

VALID_FOR = timedelta(days=14)


def hash_of(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite(organisation: OrganisationPage, by: User, email: str, role: Role = Role.CONTRIBUTOR) -> Invitation:
    """Send somebody a link; an earlier invitation to the same address is withdrawn. Return the invitation.

    Raises ``PermissionDenied`` for who does not coordinate, ``ValidationError`` where the address is a member's, and
    ``InvitationNotMailed`` after the commit.
    """
    if not may_run(by, organisation):
        raise PermissionDenied
    if Membership.objects.filter(organisation=organisation, person__email__iexact=email).exists():
        raise ValidationError(_g("%s belongs to the organisation already.") % email)
    now, token = timezone.now(), secrets.token_urlsafe(32)
    open_invitations(organisation).filter(email__iexact=email).update(withdrawn_at=now)
    invitation = Invitation.objects.create(
        organisation=organisation,
        email=email,
        role=role,
        token_hash=hash_of(token),
        invited_by=by,
        expires_at=now + VALID_FOR,
    )
    transaction.on_commit(lambda: mail_invitation(invitation, token))
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, by: User) -> None:
    """Make a link worthless; nothing happens to one that was used."""
    if not may_run(by, invitation.organisation):
        raise PermissionDenied
    open_invitations(invitation.organisation).filter(pk=invitation.pk).update(withdrawn_at=timezone.now())


def find_invitation(token: str) -> Invitation:
    """Return the open invitation of a token; raises ``ValidationError`` when there is none."""
    wanted = hash_of(token)
    found = Invitation.objects.select_related("organisation", "invited_by").filter(token_hash=wanted).first()
    if (
        found is None
        or not secrets.compare_digest(found.token_hash, wanted)
        or not open_invitations().filter(pk=found.pk)
    ):
        raise ValidationError(_g("This invitation was used, withdrawn or is too old. Ask for a new one."))
    return found


@transaction.atomic
def accept_invitation(token: str, person: User, *, is_confirmed: bool = False) -> Membership:
    """Make somebody a member, once; a coordinator who is invited as contributor stays coordinator.

    ``is_confirmed``: the account has another address, and its owner says that the invitation is theirs. Raises
    ``ValidationError`` without it, and for a link that is used, withdrawn or too old.
    """
    invitation = find_invitation(token)
    if person.email.lower() != invitation.email.lower() and not is_confirmed:
        raise ValidationError(_g("The invitation was sent to another address than yours. Confirm that it is for you."))
    # The row decides who is first: two at once find it open, one changes it.
    if not open_invitations().filter(pk=invitation.pk).update(accepted_by=person, accepted_at=timezone.now()):
        raise ValidationError(_g("This invitation was used, withdrawn or is too old. Ask for a new one."))
    before = Membership.objects.filter(organisation=invitation.organisation, person=person).first()
    role = Role.COORDINATOR if before and before.role == Role.COORDINATOR else Role(invitation.role)
    return admit_member(invitation.organisation, person, role)


def open_invitations(organisation: OrganisationPage | None = None) -> QuerySet[Invitation]:
    """Return the invitations that can still be accepted: of one organisation, or all."""
    waiting = Invitation.objects.filter(
        accepted_at__isnull=True, withdrawn_at__isnull=True, expires_at__gt=timezone.now()
    )
    return waiting.filter(organisation=organisation) if organisation else waiting
