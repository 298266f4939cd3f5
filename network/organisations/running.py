"""Looking after the people of an organisation: what coordinators do without any administrator, and what each may."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g

from network.joining.kinds import MEMBERSHIP_CHANGED
from network.notifications.notify import notify
from network.organisations.membership import admit_member, remove_member
from network.organisations.models import Membership, OrganisationPage, Role
from network.organisations.responsible import Responsible
from network.organisations.vacancies import is_vacant
from network.rights import ADMINISTRATORS, EDITORS
from network.users.models import User


def coordinates(person: User, organisation: OrganisationPage) -> bool:
    """Tell whether somebody is a coordinator of an organisation."""
    return Membership.objects.filter(organisation=organisation, person=person, role=Role.COORDINATOR).exists()


def may_run(person: User, organisation: OrganisationPage) -> bool:
    """Tell whether somebody looks after the people of an organisation: its coordinators, and administrators.

    While it has no coordinator, those who were told so may as well: the leaders of its region, else the editors.
    """
    if not person.is_active:
        return False
    if person.is_superuser or coordinates(person, organisation):
        return True
    if person.groups.filter(name=ADMINISTRATORS).exists():
        return True
    return is_vacant(organisation) and person.pk in Responsible.read().for_organisation(organisation)


def may_see_people(person: User, organisation: OrganisationPage) -> bool:
    """Tell whether somebody sees who belongs to an organisation: its members, who runs it, and editors."""
    if not person.is_active:
        return False
    is_member = Membership.objects.filter(organisation=organisation, person=person).exists()
    return is_member or person.groups.filter(name=EDITORS).exists() or may_run(person, organisation)


@transaction.atomic
def change_role(organisation: OrganisationPage, by: User, person: User, role: Role) -> Membership:
    """Promote a member, or take the coordinator's role back; raises ``PermissionDenied`` for who does not run it.

    Raises ``ValidationError`` for a stranger, and where no coordinator would be left.
    """
    _check_may_run(by, organisation)
    before = _belonging(organisation, person).role
    membership = admit_member(organisation, person, role)
    if before != role:
        _tell(organisation, by, person, role)
    return membership


@transaction.atomic
def end_membership(organisation: OrganisationPage, by: User, person: User, successor: User | None = None) -> None:
    """Remove a member, whose resources go to ``successor``, else to a coordinator.

    Raises ``PermissionDenied`` for who does not run the organisation, ``ValidationError`` for a stranger, for the last
    coordinator, and for a successor who does not belong there.
    """
    _check_may_run(by, organisation)
    _belonging(organisation, person)
    remove_member(organisation, person, successor)
    _tell(organisation, by, person)


@transaction.atomic
def leave(organisation: OrganisationPage, person: User, successor: User | None = None) -> None:
    """Let somebody go of their own accord; raises ``ValidationError`` as ``end_membership`` does."""
    _belonging(organisation, person)
    remove_member(organisation, person, successor)


@transaction.atomic
def hand_over_organisation(organisation: OrganisationPage, by: User, successor: User, *, stays: bool = True) -> None:
    """Make a member coordinator in somebody's place; ``by`` stays as a contributor, or leaves.

    Raises ``PermissionDenied`` for who is no coordinator, ``ValidationError`` for a successor who is a stranger,
    closed, or the same person.
    """
    if not by.is_active or not coordinates(by, organisation):
        raise PermissionDenied
    if successor == by:
        raise ValidationError(_g("Choose somebody else as successor."))
    _belonging(organisation, successor)
    admit_member(organisation, successor, Role.COORDINATOR)
    _tell(organisation, by, successor, Role.COORDINATOR)
    if stays:
        admit_member(organisation, by, Role.CONTRIBUTOR)
    else:
        remove_member(organisation, by, successor)


def _tell(organisation: OrganisationPage, by: User, person: User, role: Role | None = None) -> None:
    """Tell somebody what they are now, unless they did it themselves; no role: they belong there no longer."""
    if person != by:
        key = f"{organisation.pk}:{timezone.now().isoformat()}"
        notify(MEMBERSHIP_CHANGED, [person], organisation, key=key, data={"role": str(role or "")})


def _check_may_run(by: User, organisation: OrganisationPage) -> None:
    if not may_run(by, organisation):
        raise PermissionDenied


def _belonging(organisation: OrganisationPage, person: User) -> Membership:
    membership = Membership.objects.filter(organisation=organisation, person=person).first()
    if membership is None:
        raise ValidationError(_g("%s does not belong to this organisation.") % person)
    return membership
