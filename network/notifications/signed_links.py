"""Links that let their reader do one thing from a mail, without logging in: signed, for one person, until a date.

Whoever tells something by mail puts such a link into the page it leads to:

    token = sign_action("still-right", page, person, good_for=timedelta(days=60))
    address = reverse("still_right", args=[token])

and the view reads it, shows what will happen, and does it on POST only, since mail programs open links by themselves:

    action = read_action("still-right", token, Page)

A link says who is asked, not what they may do: the verb asks the rights of that moment, and does nothing twice.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model
from django.utils import timezone

from network.notifications.stopping import LinkNoLongerValid
from network.users.models import User

SALT = "network.notifications.signed_links"


@dataclass(frozen=True, slots=True)
class SignedAction[M: Model]:
    """Who may do something with what, as a link said."""

    person: User
    about: M


def sign_action(name: str, about: Model, person: User, good_for: timedelta) -> str:
    """Return a token, fit for an address, that lets a person do something with an object for some time."""
    until = (timezone.now() + good_for).timestamp()
    return signing.dumps((about._meta.label, about.pk, person.pk, until), salt=f"{SALT}.{name}")


def read_action[M: Model](name: str, token: str, model: type[M]) -> SignedAction[M]:
    """Return what a token allows.

    Raises ``LinkNoLongerValid`` for one that is forged, for something else or over, and where person or object is gone.
    """
    try:
        label, key, person, until = signing.loads(token, salt=f"{SALT}.{name}")
        if label != model._meta.label or timezone.now().timestamp() > until:
            raise LinkNoLongerValid
        about = model._default_manager.get(pk=key)
        return SignedAction(User.objects.get(pk=person, is_active=True), about)
    except (signing.BadSignature, ObjectDoesNotExist, ValueError) as error:
        raise LinkNoLongerValid from error
