"""Façade: every model of the app, from its concept package."""

from network.leadership.models import Leadership
from network.organisations.models import Membership, OrganisationIndexPage, OrganisationPage, Role
from network.regions.models import Region, RegionKind, RegionName
from network.users.models import User

__all__ = [
    "Leadership",
    "Membership",
    "OrganisationIndexPage",
    "OrganisationPage",
    "Region",
    "RegionKind",
    "RegionName",
    "Role",
    "User",
]
