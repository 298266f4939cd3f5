"""Making a random world from a seed: the same seed makes the same sections, people, pages and privacy settings."""

from random import Random
from string import ascii_lowercase

from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from home.set_up import set_up_network
from network.models import OrganisationPage, Region, RegionKind
from network.organisations.found import found_organisation
from network.organisations.models import Trust
from search.index.rebuild import rebuild_index
from tests.factories import RegionFactory, world
from tests.leaks.facts import Part, Secret, Section, Thing, World
from tests.leaks.pages import Making, make_thing
from tests.leaks.people import make_people, make_viewers
from tests.library.moderation.stage import switch_off_checks

KINDS = (PageViewRestriction.LOGIN, PageViewRestriction.GROUPS, PageViewRestriction.PASSWORD)
CONTINENTS = {"europe": ("belgium", "spain"), "africa": ("kenya", "ghana"), "asia": ("japan", "india")}
WORD = 10  # letters after the two that every secret begins with


def make_world(seed: int, organisations: int = 6, pages: int = 60) -> World:
    """Make a world, and build the index."""
    chance, made = Random(seed), World()
    directory, regions = set_up_network().directory, _regions()
    switch_off_checks()
    circle = Group.objects.create(name="The circle")
    founded = []
    for number in range(organisations):
        name, home = new_word(chance), chance.choice(regions)
        page = found_organisation(
            directory, name, slug=f"section-{number}", summary="Lantern.", home_region=home, trust=Trust.KNOWN
        )
        founded.append(page)
        made.sections.append(_section(chance, page, circle, made, name))
    make_people(chance, founded, regions, circle)
    making = Making(chance, made, regions, lambda: new_word(chance))
    for number in range(pages):
        at = chance.randrange(organisations)
        thing = make_thing(making, founded[at], made.sections[at], number)
        made.things.append(_made_private(chance, thing, circle))
    made.viewers = make_viewers(chance)
    rebuild_index()
    return made


def new_word(chance: Random) -> str:
    """Return a word that nobody would guess."""
    return "zq" + "".join(chance.choices(ascii_lowercase, k=WORD))


def _regions() -> list[Region]:
    made = [world()]
    for name, countries in CONTINENTS.items():
        continent = RegionFactory(code=name, kind=RegionKind.CONTINENT, parent=world())
        made += [continent, *(RegionFactory(code=country, parent=continent) for country in countries)]
    return made


def _section(chance: Random, page: OrganisationPage, circle: Group, made: World, name: str) -> Section:
    locks = _restrict(chance, page, circle) if chance.random() < 0.3 else frozenset[int]()
    section = Section(page.pk, page.slug, locks)
    made.secrets[name] = Secret(name, Part.NAME, section)
    return section


def _made_private(chance: Random, thing: Thing, circle: Group) -> Thing:
    if chance.random() < 0.4:
        thing.restrictions |= _restrict(chance, Page.objects.get(pk=thing.key), circle)
    return thing


def _restrict(chance: Random, page: Page, circle: Group) -> frozenset[int]:
    kind = chance.choice(KINDS)
    made = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="open")
    if kind == PageViewRestriction.GROUPS:
        made.groups.add(circle)
    return frozenset({made.pk})
