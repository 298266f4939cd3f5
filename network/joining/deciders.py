"""Who decides on requests to join: coordinators, the leaders of the nearest region, else those of the whole network."""

from collections.abc import Iterable
from dataclasses import dataclass

from network.joining.models import JoinRequest
from network.leadership.territory import Territories
from network.organisations.models import Membership, Role
from network.rights import ADMINISTRATORS, EDITORS
from network.users.models import User


@dataclass(frozen=True, slots=True)
class Deciders:
    """Territories, coordinators of organisations and people of the whole network, read once."""

    territories: Territories
    coordinators: dict[int, frozenset[int]]
    everywhere: frozenset[int]
    administrators: frozenset[int]

    @classmethod
    def read(cls) -> "Deciders":
        """Read whom it depends on; five SQL queries."""
        coordinators: dict[int, frozenset[int]] = {}
        rows = Membership.objects.filter(role=Role.COORDINATOR, person__is_active=True)
        for organisation, person in rows.values_list("organisation_id", "person_id"):
            coordinators[organisation] = coordinators.get(organisation, frozenset()) | {person}
        active = User.objects.filter(is_active=True)
        administrators = active.filter(groups__name=ADMINISTRATORS) | active.filter(is_superuser=True)
        keys = frozenset(administrators.values_list("pk", flat=True))
        editors = frozenset(active.filter(groups__name=EDITORS).values_list("pk", flat=True))
        return cls(Territories.read(), coordinators, keys | editors, keys)

    def of(self, request: JoinRequest) -> frozenset[int]:
        """Return the keys of those who are asked; never the one who asks."""
        organisation = request.organisation
        region = organisation.home_region_id if organisation else request.new_region_id
        here = self.coordinators.get(organisation.pk, frozenset()) if organisation else frozenset[int]()
        leaders = self.territories.nearest(region) if region else frozenset[int]()
        return ((here | leaders) or self.everywhere) - {request.person_id}

    def may_decide(self, person: User, request: JoinRequest) -> bool:
        """Tell whether somebody may decide: who is asked, and administrators; nobody on their own request."""
        if not person.is_active or person.pk == request.person_id:
            return False
        return person.pk in self.of(request) | self.administrators


def open_requests() -> Iterable[JoinRequest]:
    """Return what waits for a decision, oldest first."""
    waiting = JoinRequest.objects.filter(at__isnull=True)
    return waiting.select_related("person", "organisation", "new_region").order_by("made_at", "pk")


def requests_for(person: User) -> list[JoinRequest]:
    """Return the requests that somebody may decide on; six SQL queries."""
    deciders = Deciders.read()
    return [request for request in open_requests() if deciders.may_decide(person, request)]
