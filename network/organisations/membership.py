"""Who belongs to an organisation: membership rows and group membership, always in step."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _g

from network.organisations.found import provision_organisation
from network.organisations.models import Membership, OrganisationPage, Role
from network.signals import member_left
from network.users.models import User


def check_admission(organisation: OrganisationPage, person: User) -> None:
    """Raise ``ValidationError`` for somebody who cannot be a member."""
    if not person.is_active:
        raise ValidationError({"person": _g("This account is closed; open it again first.")})
    if organisation.pk is None:
        raise ValidationError({"organisation": _g("Save the organisation first.")})


@transaction.atomic
def admit_member(organisation: OrganisationPage, person: User, role: Role = Role.CONTRIBUTOR) -> Membership:
    """Make somebody a member in a role, or change the role they have; return the membership.

    Raises ``ValidationError`` for a closed account.
    """
    check_admission(organisation, person)
    if not (organisation.contributors_id and organisation.coordinators_id and organisation.collection_id):
        provision_organisation(organisation)
    membership, _created = Membership.objects.update_or_create(
        organisation=organisation, person=person, defaults={"role": role}
    )
    _leave_groups(organisation, person)
    _group_of(organisation, Role(role)).user_set.add(person)
    return membership


def is_last_coordinator(organisation: OrganisationPage, person: User) -> bool:
    """Tell whether an organisation would be without an active coordinator if this person were none."""
    coordinators = Membership.objects.filter(organisation=organisation, role=Role.COORDINATOR, person__is_active=True)
    return person.pk in set(coordinators.values_list("person", flat=True)) and coordinators.count() == 1


def check_departure(organisation: OrganisationPage, person: User) -> None:
    """Raise ``ValidationError`` for the last coordinator of an organisation."""
    if is_last_coordinator(organisation, person):
        raise ValidationError(_g("%s is the only coordinator. Hand the organisation over first.") % person)


@transaction.atomic
def promote_member(organisation: OrganisationPage, person: User, role: Role = Role.COORDINATOR) -> Membership:
    """Change the role of a member; raises ``ValidationError`` for a stranger, and for the last coordinator."""
    _hold(organisation)
    if not Membership.objects.filter(organisation=organisation, person=person).exists():
        raise ValidationError(_g("%s does not belong to this organisation.") % person)
    if role != Role.COORDINATOR:
        check_departure(organisation, person)
    return admit_member(organisation, person, role)


@transaction.atomic
def remove_member(organisation: OrganisationPage, person: User, successor: User | None = None) -> None:
    """End somebody's membership; what they made stays with the organisation. Nothing happens to a stranger.

    ``successor`` looks after what they owned there. Raises ``ValidationError`` for the last coordinator.
    """
    _hold(organisation)
    check_departure(organisation, person)
    removed, _rows = Membership.objects.filter(organisation=organisation, person=person).delete()
    _leave_groups(organisation, person)
    if removed:
        member_left.send(OrganisationPage, organisation=organisation, person=person, successor=successor)


@transaction.atomic
def leave(organisation: OrganisationPage, person: User) -> None:
    """Let somebody go of their own accord; raises ``ValidationError`` for the last coordinator."""
    remove_member(organisation, person)


@transaction.atomic
def hand_over_organisation(organisation: OrganisationPage, by: User, successor: User, *, stays: bool = True) -> None:
    """Make a member coordinator in somebody's place; ``by`` stays as a contributor, or leaves.

    Raises ``ValidationError`` for a successor who is a stranger, closed, or the same person.
    """
    if successor == by:
        raise ValidationError(_g("Choose somebody else as successor."))
    promote_member(organisation, successor)
    if stays:
        promote_member(organisation, by, Role.CONTRIBUTOR)
    else:
        remove_member(organisation, by, successor)


def _hold(organisation: OrganisationPage) -> None:
    """Let changes to the people of one organisation happen one after the other."""
    OrganisationPage.objects.select_for_update().get(pk=organisation.pk)


def _group_of(organisation: OrganisationPage, role: Role) -> Group:
    group = organisation.coordinators if role is Role.COORDINATOR else organisation.contributors
    if group is None:
        raise ValueError(f"{organisation} has not been provisioned")
    return group


def _leave_groups(organisation: OrganisationPage, person: User) -> None:
    ours = [pk for pk in (organisation.contributors_id, organisation.coordinators_id) if pk]
    person.groups.remove(*ours)
