"""Who belongs to an organisation: membership rows and group membership, always in step."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _g

from network.organisations.found import provision_organisation
from network.organisations.models import Membership, OrganisationPage, Role
from network.organisations.passing_on import adopt, pass_on
from network.signals import member_left
from network.users.models import User


def check_admission(organisation: OrganisationPage, person: User, role: Role) -> None:
    """Raise ``ValidationError`` for somebody who cannot be a member, or cannot be it in this role."""
    if not person.is_active:
        raise ValidationError({"person": _g("This account is closed; open it again first.")})
    if organisation.pk is None:
        raise ValidationError({"organisation": _g("Save the organisation first.")})
    if role != Role.COORDINATOR:
        check_departure(organisation, person)


@transaction.atomic
def admit_member(organisation: OrganisationPage, person: User, role: Role = Role.CONTRIBUTOR) -> Membership:
    """Make somebody a member in a role, or change the role they have; return the membership.

    Raises ``ValidationError`` for a closed account, and for the last coordinator, who stays one.
    """
    _hold(organisation)
    check_admission(organisation, person, role)
    if not (organisation.contributors_id and organisation.coordinators_id and organisation.collection_id):
        provision_organisation(organisation)
    membership, _created = Membership.objects.update_or_create(
        organisation=organisation, person=person, defaults={"role": role}
    )
    _leave_groups(organisation, person)
    _group_of(organisation, Role(role)).user_set.add(person)
    if role == Role.COORDINATOR:
        adopt(organisation, person)
    return membership


def is_last_coordinator(organisation: OrganisationPage, person: User) -> bool:
    """Tell whether an organisation would be without an active coordinator if this person were none."""
    coordinators = Membership.objects.filter(organisation=organisation, role=Role.COORDINATOR, person__is_active=True)
    return list(coordinators.values_list("person", flat=True)[:2]) == [person.pk]


def check_departure(organisation: OrganisationPage, person: User, successor: User | None = None) -> None:
    """Raise ``ValidationError`` for the last coordinator, and for a successor who does not belong there as well."""
    if is_last_coordinator(organisation, person):
        raise ValidationError(
            _g("%s is the only coordinator. Hand the organisation over first, or make somebody else coordinator.")
            % person
        )
    if successor is None:
        return
    members = Membership.objects.filter(organisation=organisation, person=successor, person__is_active=True)
    if successor == person or not members.exists():
        raise ValidationError(_g("Choose a successor among those who stay in the organisation."))


@transaction.atomic
def remove_member(organisation: OrganisationPage, person: User, successor: User | None = None) -> None:
    """End somebody's membership; what they made stays with the organisation. Nothing happens to a stranger.

    What they owned there goes to the successor that a resource names, else to ``successor``, else to a coordinator.
    Raises ``ValidationError`` as ``check_departure`` does.
    """
    _hold(organisation)
    check_departure(organisation, person, successor)
    let_go(organisation, person, successor)


@transaction.atomic
def let_go(organisation: OrganisationPage, person: User, successor: User | None = None) -> None:
    """End a membership without asking who is left, and pass on what was owned."""
    removed, _rows = Membership.objects.filter(organisation=organisation, person=person).delete()
    _leave_groups(organisation, person)
    if removed:
        member_left.send(OrganisationPage, organisation=organisation, person=person)
        pass_on(organisation, person, successor)


def _hold(organisation: OrganisationPage) -> None:
    """Let changes to the people of one organisation happen one after the other."""
    if organisation.pk is not None:
        OrganisationPage.objects.select_for_update().get(pk=organisation.pk)


def _group_of(organisation: OrganisationPage, role: Role) -> Group:
    group = organisation.coordinators if role is Role.COORDINATOR else organisation.contributors
    if group is None:
        raise ValueError(f"{organisation} has not been provisioned")
    return group


def _leave_groups(organisation: OrganisationPage, person: User) -> None:
    ours = [pk for pk in (organisation.contributors_id, organisation.coordinators_id) if pk]
    person.groups.remove(*ours)
