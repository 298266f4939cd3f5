"""Who looks after a resource when its owner leaves: the successor it names, else a coordinator."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _g

from library.resources.base import ResourcePage
from network.joining.invite import may_run
from network.models import Membership, OrganisationPage, User
from network.organisations.passing_on import pass_on
from network.signals import member_left


def connect() -> None:
    """Listen to people who leave; called once when the app is ready."""
    member_left.connect(give_on, dispatch_uid="library.give_on")


def give_on(
    sender: object, organisation: OrganisationPage, person: User, successor: User | None, **kwargs: Any
) -> None:
    """Give what somebody owned in an organisation to those who stay there."""
    members = set(Membership.objects.filter(organisation=organisation).values_list("person_id", flat=True))
    for page in ResourcePage.objects.descendant_of(organisation).filter(owner=person, successor__in=members):
        # Not through save(): who looks after it is no edit of the text.
        ResourcePage.objects.filter(pk=page.pk).update(owner=page.successor_id)
    pass_on(organisation, person, successor)


def hand_over_resource(page: ResourcePage, by: User, successor: User) -> None:
    """Give one resource to a member of its organisation: its owner may, and who looks after the organisation's people.

    Raises ``PermissionDenied`` for anybody else, ``ValidationError`` for a stranger.
    """
    organisation = page.organisation
    if page.owner_id != by.pk and not may_run(by, organisation):
        raise PermissionDenied
    members = Membership.objects.filter(organisation=organisation, person=successor, person__is_active=True)
    if not members.exists():
        raise ValidationError(_g("%s does not belong to this organisation.") % successor)
    with transaction.atomic():
        ResourcePage.objects.filter(pk=page.pk).update(owner=successor)
