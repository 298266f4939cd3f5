"""An account that is deleted takes no resource along, and leaves no organisation without a coordinator unnoticed."""

from typing import Any

from django.db.models.signals import pre_delete

from network.organisations.membership import let_go
from network.organisations.noticing import note_vacancy
from network.organisations.vacancies import is_vacant
from network.users.models import User


def connect() -> None:
    """Listen to accounts that are deleted, from wherever; called once when the app is ready."""
    pre_delete.connect(part_with, sender=User, dispatch_uid="network.part_with")


def part_with(sender: type[User], instance: User, **kwargs: Any) -> None:
    """End every membership of somebody, before the database forgets whose the pages were."""
    for membership in instance.memberships.select_related("organisation"):
        let_go(membership.organisation, instance)
        if is_vacant(membership.organisation):
            note_vacancy(membership.organisation)
