"""Who belongs to an organisation: membership rows and group membership, always in step."""

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _g

from network.organisations.found import provision_organisation
from network.organisations.models import Membership, OrganisationPage, Role
from network.organisations.passing_on import pass_on
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


@transaction.atomic
def remove_member(organisation: OrganisationPage, person: User) -> None:
    """End somebody's membership; what they own goes to a coordinator. Nothing happens to a stranger."""
    left, _rows = Membership.objects.filter(organisation=organisation, person=person).delete()
    _leave_groups(organisation, person)
    if left:
        pass_on(organisation, person)


def _group_of(organisation: OrganisationPage, role: Role) -> Group:
    group = organisation.coordinators if role is Role.COORDINATOR else organisation.contributors
    if group is None:
        raise ValueError(f"{organisation} has not been provisioned")
    return group


def _leave_groups(organisation: OrganisationPage, person: User) -> None:
    ours = [pk for pk in (organisation.contributors_id, organisation.coordinators_id) if pk]
    person.groups.remove(*ours)
