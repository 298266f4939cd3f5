"""Of whom a second step at login is asked: those who may decide about what others made."""

from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.db.models import Q

from network.organisations.models import Membership, Role
from network.rights import ADMINISTRATORS, EDITORS, LEADERS
from network.users.models import User


class SecondFactorAdapter(DefaultMFAAdapter):
    """Allauth's way, with the site's own name in the authenticator app."""

    def get_totp_issuer(self) -> str:
        """Return what the app on the phone shows."""
        return str(settings.WAGTAIL_SITE_NAME)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Keep the second step of those who must have one."""
        return not (settings.MFA_REQUIRED and carries_responsibility(authenticator.user))


def carries_responsibility(person: User) -> bool:
    """Tell whether somebody coordinates, leads, edits or administers; one SQL query."""
    if person.is_superuser:
        return True
    groups = Q(groups__name__in=(ADMINISTRATORS, EDITORS, LEADERS))
    coordinates = Q(pk__in=Membership.objects.filter(role=Role.COORDINATOR).values("person"))
    return User.objects.filter(groups | coordinates, pk=person.pk).exists()


def owes_second_factor(person: User) -> bool:
    """Tell whether somebody has yet to set up the second step that the site asks of them."""
    return bool(settings.MFA_REQUIRED) and carries_responsibility(person) and not is_mfa_enabled(person)
