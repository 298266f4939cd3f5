"""People of the demo library: who works at its organisations, who leads where, and the accounts to look around with."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from django.contrib.auth.hashers import make_password
from django.utils import timezone
from wagtail.users.models import UserProfile

from library.demo.texts import OrganisationText, PersonText
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, Region, Role, User
from network.organisations.membership import admit_member
from network.users.accounts import vouch_for_address

DEMO_PASSWORD = "commonshelf-demo"  # noqa: S105 - public on purpose: printed after loading

IN_OFFICE_FOR = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Account:
    """One of the accounts that are named after loading; ``language`` is that of the CMS, empty for the browser's."""

    role: str
    email: str
    first_name: str
    last_name: str
    language: str = ""
    is_administrator: bool = False


ADMINISTRATOR = Account("Administrator", "admin@commonshelf.example", "Robin", "Achterberg", is_administrator=True)
LEADER = Account("Leader of Europe", "leader@commonshelf.example", "Lotte", "Verhaegen", language="nl")
CONTRIBUTOR = Account("Contributor", "contributor@zeemeeuw.example", "", "")  # named in the texts
MEMBER = Account("Member", "member@commonshelf.example", "Tamar", "Osei")
ACCOUNTS = (ADMINISTRATOR, LEADER, CONTRIBUTOR, MEMBER)

LEADER_OF_EUROPE_WORKS_AT = "de-brug-patientennetwerk"
# Region → organisation whose first coordinator leads it, beside Europe; the nearest region with a leader wins.
OTHER_LEADERS = {
    "africa": "kilimani-health-network",
    "americas": "northern-lakes-hospital",
    "asia": "midori-childrens-hospital",
    "oceania": "kowhai-patient-voices",
    "south-america": "red-pacientes-del-sur",
}


def admit_people(text: OrganisationText, organisation: OrganisationPage) -> dict[str, User]:
    """Create the accounts of an organisation's people and admit them; return them by email address."""
    people = {person.email: _account(person.email, person) for person in text.people}
    for person in text.people:
        admit_member(organisation, people[person.email], Role(person.role))
    return people


def load_accounts() -> None:
    """Create administrator, leader and member, and appoint the leaders of the regions.

    The organisations stand already.
    """
    made = {account.email: _account(account.email, account) for account in (ADMINISTRATOR, LEADER, MEMBER)}
    organisations = {page.slug: page for page in OrganisationPage.objects.all()}
    if bridge := organisations.get(LEADER_OF_EUROPE_WORKS_AT):
        leader = made[LEADER.email]
        admit_member(bridge, leader, Role.COORDINATOR)
        _appoint(bridge, leader, "europe")
    for region, slug in OTHER_LEADERS.items():
        coordinators = User.objects.filter(memberships__organisation__slug=slug, memberships__role=Role.COORDINATOR)
        if slug in organisations and (leader_there := coordinators.order_by("pk").first()):
            _appoint(organisations[slug], leader_there, region)


@cache
def _hashed_password() -> str:
    """Hash once for all accounts: it takes a good part of a second, by design."""
    return make_password(DEMO_PASSWORD)


def _account(email: str, who: PersonText | Account) -> User:
    """Return the account with this address, made where there is none; one that exists stays as it is."""
    if found := User.objects.filter(email__iexact=email).first():
        return found
    is_administrator = isinstance(who, Account) and who.is_administrator
    person = User.objects.create(
        email=email,
        password=_hashed_password(),
        first_name=who.first_name,
        last_name=who.last_name,
        is_staff=is_administrator,
        is_superuser=is_administrator,
    )
    vouch_for_address(person)
    if isinstance(who, Account) and who.language:
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": who.language})
    return person


def _appoint(organisation: OrganisationPage, person: User, region_code: str) -> None:
    region = Region.objects.filter(code=region_code).first()
    if region is not None:
        appoint_leader(organisation, person, region, since=timezone.localdate() - IN_OFFICE_FOR)
