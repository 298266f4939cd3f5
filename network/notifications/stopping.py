"""The links at the end of every mail, by which its reader chooses what comes, without logging in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.urls import reverse

from network.users.models import User

SALT = "network.notifications.stopping"
GOOD_FOR = timedelta(days=400)  # old mails are read again; after that one logs in


class LinkNoLongerValid(Exception):
    """The link is damaged or too old, or the account is closed."""


@dataclass(frozen=True, slots=True)
class StopLink:
    """Whose mails are spoken of, and which groups the mail was about."""

    person: User
    groups: Sequence[str]


def choices_address(person: User) -> str:
    """Return the address at which somebody sees and changes their choices."""
    return reverse("notification_choices_by_link", args=[_token(person, ())])


def stop_address(person: User, groups: Sequence[str]) -> str:
    """Return the address to which mail programs post when their user unsubscribes (RFC 8058)."""
    return reverse("notification_stop", args=[_token(person, groups)])


def read_stop_link(token: str) -> StopLink:
    """Return what a link says; raises ``LinkNoLongerValid``."""
    try:
        key, groups = signing.loads(token, salt=SALT, max_age=GOOD_FOR)
        return StopLink(User.objects.get(pk=key, is_active=True), groups)
    except (signing.BadSignature, User.DoesNotExist, ValueError) as error:
        raise LinkNoLongerValid from error


def _token(person: User, groups: Sequence[str]) -> str:
    return signing.dumps((person.pk, list(groups)), salt=SALT)
