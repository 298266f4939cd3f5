"""Façade: every model of the app, from its concept package."""

from network.joining.models import Invitation, JoinRequest
from network.leadership.models import Leadership
from network.notifications.models import Notification, NotificationPreference, NotificationState
from network.organisations.models import Membership, OrganisationIndexPage, OrganisationPage, Role
from network.organisations.standing import StandingChange
from network.organisations.vacancies import Vacancy
from network.regions.models import Region, RegionKind, RegionName
from network.users.models import User

__all__ = [
    "Invitation",
    "JoinRequest",
    "Leadership",
    "Membership",
    "Notification",
    "NotificationPreference",
    "NotificationState",
    "OrganisationIndexPage",
    "OrganisationPage",
    "Region",
    "RegionKind",
    "RegionName",
    "Role",
    "StandingChange",
    "User",
    "Vacancy",
]
