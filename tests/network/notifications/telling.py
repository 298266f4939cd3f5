"""Something to tell: requests to join, with an answer that cannot be turned off, and for administrators to answer."""

from typing import Any

from django.utils import timezone

from network.joining.kinds import JOIN_DECIDED, JOIN_REQUEST
from network.joining.models import JoinRequest
from network.models import Notification, User
from network.notifications.notify import notify
from tests.factories import RegionFactory, UserFactory


def request_by(person: User, name: str, **fields: Any) -> JoinRequest:
    """Return a request to found an organisation."""
    region = RegionFactory(code="be", name="Belgium")
    return JoinRequest.objects.create(person=person, new_name=name, new_region=region, **fields)


def tell_answer(person: User, name: str = "Lake Clinic") -> Notification:
    """Tell somebody what was decided about their request: essential."""
    request = request_by(person, name, is_accepted=False, at=timezone.now(), reason=f"Not {name} yet.")
    notify(JOIN_DECIDED, [person], request, key=str(request.pk))
    return Notification.objects.latest("pk")


def tell_request(administrator: User, name: str = "Lake Clinic") -> Notification:
    """Tell an administrator that somebody asks; they may turn that off."""
    request = request_by(UserFactory(), name)
    notify(JOIN_REQUEST, [administrator], request, key=str(request.pk))
    return Notification.objects.latest("pk")


def states() -> dict[str, int]:
    """Return how many notifications are in each state."""
    found: dict[str, int] = {}
    for state in Notification.objects.values_list("state", flat=True):
        found[state] = found.get(state, 0) + 1
    return found
