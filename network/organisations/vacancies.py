"""Organisations that nobody coordinates: never unnoticed."""

from django.db.models import Exists, OuterRef, QuerySet

from network.organisations.models import Membership, OrganisationPage, Role


def without_coordinator() -> QuerySet[OrganisationPage]:
    """Return the organisations without an active coordinator, by name; one SQL query."""
    coordinators = Membership.objects.filter(organisation=OuterRef("pk"), role=Role.COORDINATOR, person__is_active=True)
    found: QuerySet[OrganisationPage] = OrganisationPage.objects.filter(~Exists(coordinators)).order_by("title")
    return found
