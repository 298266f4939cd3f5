"""Where somebody may share: the organisations in whose section they may add a page."""

from typing import Any

from wagtail.models import Page
from wagtail.permissions import policy_registry

from network.models import OrganisationPage, User


def destinations_of(user: User) -> Any:
    """Return the organisations somebody may add a resource to, by name; one SQL query beside those of their rights."""
    if not user.is_active:
        return OrganisationPage.objects.none()
    theirs = policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, {"add"})
    return OrganisationPage.objects.filter(pk__in=theirs.values("pk")).order_by("title")
