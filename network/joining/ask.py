"""Asking to join an organisation, or to found one; and deciding about it."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g

from network.joining.deciders import Deciders
from network.joining.kinds import JOIN_DECIDED, JOIN_REQUEST
from network.joining.models import JoinRequest
from network.notifications.notify import notify
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.organisations.models import Membership, OrganisationIndexPage, OrganisationPage, Role
from network.regions.models import Region
from network.users.accounts import has_confirmed_address
from network.users.models import User


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """An organisation that is not in the network yet."""

    name: str
    region: Region
    website: str = ""


def check_request(person: User, wanted: OrganisationPage | NewOrganisation) -> None:
    """Raise ``ValidationError`` for an unconfirmed address, a member, or somebody who has asked already."""
    if not has_confirmed_address(person):
        raise ValidationError(_g("Confirm your email address first: open the link that we sent to it."))
    waiting = JoinRequest.objects.filter(person=person, at__isnull=True)
    if isinstance(wanted, OrganisationPage):
        if Membership.objects.filter(organisation=wanted, person=person).exists():
            raise ValidationError(_g("You belong to this organisation already."))
        waiting = waiting.filter(organisation=wanted)
    else:
        waiting = waiting.filter(new_name__iexact=wanted.name)
    if waiting.exists():
        raise ValidationError(_g("You have asked already; you will have an answer by mail."))


@transaction.atomic
def ask_to_join(person: User, wanted: OrganisationPage | NewOrganisation, words: str = "") -> JoinRequest:
    """Ask, and tell those who decide; return the request. Raises ``ValidationError`` as ``check_request`` does."""
    User.objects.select_for_update().get(pk=person.pk)
    check_request(person, wanted)
    request = JoinRequest(person=person, words=words)
    if isinstance(wanted, OrganisationPage):
        request.organisation = wanted
    else:
        request.new_name, request.new_website, request.new_region = wanted.name, wanted.website, wanted.region
    request.save()
    asked = User.objects.filter(pk__in=Deciders.read().of(request))
    notify(JOIN_REQUEST, asked, request, key=str(request.pk))
    return request


@transaction.atomic
def accept_join_request(request: JoinRequest, by: User) -> OrganisationPage:
    """Let somebody in; a new organisation is founded, with them as coordinator. Return the organisation.

    Raises ``PermissionDenied`` for somebody who may not, ``ValidationError`` when it is decided, or cannot be.
    """
    fresh = _held(request, by)
    if fresh.organisation is None:
        directory = OrganisationIndexPage.objects.get()
        fresh.organisation = found_organisation(
            directory, fresh.new_name, home_region=fresh.new_region, website=fresh.new_website
        )
        admit_member(fresh.organisation, fresh.person, Role.COORDINATOR)
    elif not Membership.objects.filter(organisation=fresh.organisation, person=fresh.person).exists():
        admit_member(fresh.organisation, fresh.person)
    _decide(fresh, by, is_accepted=True)
    return fresh.organisation


@transaction.atomic
def decline_join_request(request: JoinRequest, by: User, reason: str) -> JoinRequest:
    """Decline, and say why; raises as ``accept_join_request`` does, and without a reason."""
    if not reason.strip():
        raise ValidationError(_g("Say why: the person will read it."))
    fresh = _held(request, by)
    _decide(fresh, by, is_accepted=False, reason=reason.strip())
    return fresh


def _held(request: JoinRequest, by: User) -> JoinRequest:
    fresh = JoinRequest.objects.select_for_update().get(pk=request.pk)
    if not Deciders.read().may_decide(by, fresh):
        raise PermissionDenied
    if fresh.at is not None:
        raise ValidationError(_g("Somebody has decided on this already."))
    return fresh


def _decide(request: JoinRequest, by: User, *, is_accepted: bool, reason: str = "") -> None:
    request.is_accepted, request.by, request.at, request.reason = is_accepted, by, timezone.now(), reason
    request.save()
    notify(JOIN_DECIDED, [request.person], request, key=str(request.pk))
