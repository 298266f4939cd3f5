"""Who decides on requests to join: those who answer for the organisation, or for the region of a new one."""

from collections.abc import Iterable
from dataclasses import dataclass

from network.joining.models import JoinRequest
from network.organisations.responsible import Responsible
from network.users.models import User


@dataclass(frozen=True, slots=True)
class Deciders:
    """Those who answer for organisations and regions, read once."""

    responsible: Responsible

    @classmethod
    def read(cls) -> "Deciders":
        """Read whom it depends on; five SQL queries."""
        return cls(Responsible.read())

    def of(self, request: JoinRequest) -> frozenset[int]:
        """Return the keys of those who are asked; never the one who asks."""
        if request.organisation is None:
            asked = self.responsible.for_region(request.new_region_id)
        else:
            asked = self.responsible.for_organisation(request.organisation)
        return asked - {request.person_id}

    def may_decide(self, person: User, request: JoinRequest) -> bool:
        """Tell whether somebody may decide: who is asked, and administrators; nobody on their own request."""
        if not person.is_active or person.pk == request.person_id:
            return False
        return person.pk in self.of(request) | self.responsible.administrators


def open_requests() -> Iterable[JoinRequest]:
    """Return what waits for a decision, oldest first."""
    waiting = JoinRequest.objects.filter(at__isnull=True)
    known = waiting.select_related("person", "organisation", "new_region").prefetch_related("new_region__names")
    return known.order_by("made_at", "pk")


def requests_for(person: User) -> list[JoinRequest]:
    """Return the requests that somebody may decide on; seven SQL queries."""
    deciders = Deciders.read()
    return [request for request in open_requests() if deciders.may_decide(person, request)]
