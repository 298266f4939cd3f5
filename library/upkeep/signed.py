"""A link that lets one person do one thing with one object from a mail, until a date, without logging in.

It says who is asked, not what they may do: the verb asks the rights of that moment, and does nothing twice.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.db.models import Model
from django.utils import timezone

from network.models import User

SALT = "library.upkeep.signed"


class LinkNoLongerValid(Exception):
    """The link is damaged or over, or what it speaks of is gone."""


@dataclass(frozen=True, slots=True)
class SignedAction[M: Model]:
    """Who may do something with what, as a link said."""

    person: User
    about: M


def sign_action(name: str, about: Model, person: User, good_for: timedelta) -> str:
    """Return a token, fit for an address."""
    until = (timezone.now() + good_for).timestamp()
    return signing.dumps((about._meta.label, about.pk, person.pk, until), salt=f"{SALT}.{name}")


def read_action[M: Model](name: str, token: str, model: type[M]) -> SignedAction[M]:
    """Return what a token allows; raises ``LinkNoLongerValid``."""
    try:
        label, key, person, until = signing.loads(token, salt=f"{SALT}.{name}")
        if label != model._meta.label or timezone.now().timestamp() > until:
            raise LinkNoLongerValid
        about = model._default_manager.get(pk=key)
        return SignedAction(User.objects.get(pk=person, is_active=True), about)
    except (signing.BadSignature, User.DoesNotExist, model.DoesNotExist, ValueError) as error:
        raise LinkNoLongerValid from error
