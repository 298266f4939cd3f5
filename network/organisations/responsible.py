"""Who answers for an organisation: its coordinators, the leaders of the nearest region, else the whole network."""

from dataclasses import dataclass

from network.leadership.territory import Territories
from network.organisations.models import Membership, OrganisationPage, Role
from network.rights import ADMINISTRATORS, EDITORS
from network.users.models import User

NOBODY: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Responsible:
    """Territories, coordinators of organisations and people of the whole network, read once; keys of rows."""

    territories: Territories
    coordinators: dict[int, frozenset[int]]
    everywhere: frozenset[int]
    administrators: frozenset[int]

    @classmethod
    def read(cls) -> "Responsible":
        """Read whom it depends on; five SQL queries."""
        coordinators: dict[int, frozenset[int]] = {}
        rows = Membership.objects.filter(role=Role.COORDINATOR, person__is_active=True)
        for organisation, person in rows.values_list("organisation_id", "person_id"):
            coordinators[organisation] = coordinators.get(organisation, NOBODY) | {person}
        active = User.objects.filter(is_active=True)
        administrators = active.filter(groups__name=ADMINISTRATORS) | active.filter(is_superuser=True)
        keys = frozenset(administrators.values_list("pk", flat=True))
        editors = frozenset(active.filter(groups__name=EDITORS).values_list("pk", flat=True))
        return cls(Territories.read(), coordinators, keys | editors, keys)

    def for_region(self, region: int | None) -> frozenset[int]:
        """Return the leaders of the nearest region that has some, else editors and administrators."""
        leaders = self.territories.nearest(region) if region else NOBODY
        return leaders or self.everywhere

    def for_organisation(self, organisation: OrganisationPage) -> frozenset[int]:
        """Return its coordinators and the leaders above it; without either, editors and administrators."""
        here = self.coordinators.get(organisation.pk, NOBODY)
        region = organisation.home_region_id
        leaders = self.territories.nearest(region) if region else NOBODY
        return (here | leaders) or self.everywhere
