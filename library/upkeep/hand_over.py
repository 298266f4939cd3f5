"""Handing one resource to a colleague: now, or from the day its owner leaves."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _g

from library.resources.base import ResourcePage
from library.upkeep.notices import tell_handed_over
from network.models import Membership, User
from network.organisations.running import may_run


def may_hand_over(person: User, page: ResourcePage) -> bool:
    """Tell whether somebody may give a resource to a colleague: its owner, and who runs its organisation."""
    if not person.is_active:
        return False
    organisation = page.organisation
    is_own = page.owner_id == person.pk and Membership.objects.filter(organisation=organisation, person=person).exists()
    return is_own or may_run(person, organisation)


def colleagues_for(page: ResourcePage) -> QuerySet[User]:
    """Return to whom a resource can be given: the others of its organisation whose accounts are open, by name."""
    people = User.objects.filter(memberships__organisation=page.organisation, is_active=True)
    return people.exclude(owned_pages=page).order_by("first_name", "last_name", "email")


@transaction.atomic
def hand_over_resource(page: ResourcePage, by: User, successor: User) -> None:
    """Give one resource to a member of its organisation, and tell them: see ``may_hand_over``.

    Raises ``PermissionDenied`` for who may not, ``ValidationError`` for a stranger.
    """
    _check(page, by, successor)
    # Not through save(): who looks after it is no edit of the text.
    ResourcePage.objects.filter(pk=page.pk).update(owner=successor)
    if successor != by:
        tell_handed_over(page, successor)


@transaction.atomic
def name_successor(page: ResourcePage, by: User, successor: User) -> None:
    """Name who looks after a resource once its owner has left; raises as ``hand_over_resource``."""
    _check(page, by, successor)
    ResourcePage.objects.filter(pk=page.pk).update(successor=successor)


def _check(page: ResourcePage, by: User, successor: User) -> None:
    if not may_hand_over(by, page):
        raise PermissionDenied
    if successor not in colleagues_for(page):
        raise ValidationError(_g("%s does not belong to this organisation, or has the resource already.") % successor)
