"""Who looks after a resource when its owner leaves: the successor it names, else a coordinator."""

from typing import Any

from library.resources.base import ResourcePage
from network.models import Membership, OrganisationPage, User
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
