"""Who plays in the year: twelve organisations on five continents, forty people, and who leads where."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.models import Group

from home.set_up import set_up_network
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, Region, RegionKind, Role, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.organisations.models import Trust
from network.rights import EDITORS
from tests.factories import RegionFactory, UserFactory, world

COUNTRIES = {
    "africa": ("kenya", "ghana"),
    "americas": ("peru", "canada"),
    "asia": ("japan", "india"),
    "europe": ("belgium", "spain", "poland"),
    "oceania": ("samoa", "fiji"),
}
TRUST = (Trust.KNOWN, Trust.NEW, Trust.TRUSTED, Trust.KNOWN)  # of the organisations, in turn
ORGANISATIONS, PEOPLE, EDITORS_OF_THE_NETWORK, OUTSIDERS = 12, 40, 3, 2
CONTRIBUTORS = PEOPLE - ORGANISATIONS - EDITORS_OF_THE_NETWORK - OUTSIDERS - 1


@dataclass
class Cast:
    """Everybody, by what they do at the beginning of the year."""

    organisations: list[OrganisationPage] = field(default_factory=list)
    coordinators: list[User] = field(default_factory=list)
    contributors: list[User] = field(default_factory=list)
    editors: list[User] = field(default_factory=list)
    outsiders: list[User] = field(default_factory=list)  # lead a region, and belong to no organisation
    administrator: User = field(default_factory=lambda: UserFactory(email="root@year.example", is_superuser=True))
    regions: dict[str, Region] = field(default_factory=dict)

    @property
    def everybody(self) -> list[User]:
        """All forty, in an order that is always the same."""
        return [*self.coordinators, *self.contributors, *self.editors, *self.outsiders, self.administrator]


def make_cast(first_day: date) -> Cast:
    """Make the network as it is on the first day."""
    cast = Cast(regions=_regions())
    directory = set_up_network().directory
    countries = [country for continent in COUNTRIES.values() for country in continent]
    for number in range(ORGANISATIONS):
        region = cast.regions[countries[number % len(countries)]]
        trust = TRUST[number % len(TRUST)]
        title = f"Organisation {number + 1}"
        cast.organisations.append(found_organisation(directory, title, home_region=region, trust=trust))
    cast.coordinators = _people("coordinator", ORGANISATIONS)
    cast.contributors = _people("contributor", CONTRIBUTORS)
    cast.editors = _people("editor", EDITORS_OF_THE_NETWORK)
    cast.outsiders = _people("outsider", OUTSIDERS)
    for organisation, person in zip(cast.organisations, cast.coordinators, strict=True):
        admit_member(organisation, person, Role.COORDINATOR)
    for number, person in enumerate(cast.contributors):
        admit_member(cast.organisations[number % ORGANISATIONS], person)
    for editor in cast.editors:
        editor.groups.add(Group.objects.get(name=EDITORS))
    _appoint(cast, first_day)
    return cast


def _regions() -> dict[str, Region]:
    regions = {"world": world()}
    for continent, countries in COUNTRIES.items():
        regions[continent] = RegionFactory(code=continent, kind=RegionKind.CONTINENT, parent=world())
        for country in countries:
            regions[country] = RegionFactory(code=country, parent=regions[continent])
    return regions


def _people(role: str, number: int) -> list[User]:
    return [UserFactory(email=f"{role}-{each}@year.example", last_name=f"{role} {each}") for each in range(number)]


def _appoint(cast: Cast, first_day: date) -> None:
    """Appoint leaders: one for Africa, whose own organisation sends there; none for Oceania; a gap in the Americas."""
    day = timedelta(days=1)
    of = cast.organisations
    appoint_leader(of[0], cast.coordinators[0], cast.regions["africa"], first_day)
    appoint_leader(of[2], cast.coordinators[2], cast.regions["americas"], first_day, first_day + 120 * day)
    appoint_leader(of[3], cast.coordinators[3], cast.regions["americas"], first_day + 200 * day)
    appoint_leader(of[4], cast.coordinators[4], cast.regions["asia"], first_day)
    appoint_leader(of[5], cast.contributors[0], cast.regions["india"], first_day, first_day + 250 * day)
    appoint_leader(of[6], cast.coordinators[6], cast.regions["europe"], first_day)
    appoint_leader(of[7], cast.outsiders[0], cast.regions["europe"], first_day, first_day + 300 * day)
    appoint_leader(of[8], cast.outsiders[1], cast.regions["belgium"], first_day)
