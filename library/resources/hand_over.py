"""Who looks after a resource when its owner leaves: the successor it names, else a coordinator."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _g

from library.resources.base import ResourcePage
from network.models import Membership, OrganisationPage, User
from network.organisations.running import may_run
from network.signals import member_left


def connect() -> None:
    """Listen to people who leave; called once when the app is ready."""
    member_left.connect(give_to_named_successors, dispatch_uid="library.give_to_named_successors")


def give_to_named_successors(sender: object, organisation: OrganisationPage, person: User, **kwargs: Any) -> None:
    """Give each resource of somebody who leaves to the successor it names, if that person belongs there."""
    members = Membership.objects.filter(organisation=organisation, person__is_active=True).values("person")
    for page in ResourcePage.objects.descendant_of(organisation).filter(owner=person, successor__in=members):
        # Not through save(): who looks after it is no edit of the text.
        ResourcePage.objects.filter(pk=page.pk).update(owner=page.successor_id)


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


def hand_over_resource(page: ResourcePage, by: User, successor: User) -> None:
    """Give one resource to a member of its organisation: see ``may_hand_over``.

    Raises ``PermissionDenied`` for who may not, ``ValidationError`` for a stranger.
    """
    if not may_hand_over(by, page):
        raise PermissionDenied
    if successor not in colleagues_for(page):
        raise ValidationError(_g("%s does not belong to this organisation, or has the resource already.") % successor)
    ResourcePage.objects.filter(pk=page.pk).update(owner=successor)
