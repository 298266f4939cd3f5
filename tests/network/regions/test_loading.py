"""The regions of the world: complete, a tree, loaded once, and nobody's edits lost."""

import pytest

from network.models import Region, RegionKind, RegionName
from network.regions.loading import LANGUAGES, load_regions, read_regions
from tests.factories import RegionFactory

pytestmark = pytest.mark.django_db


def test_the_file_has_every_country_with_names_in_all_languages() -> None:
    rows = list(read_regions())
    countries = [row for row in rows if row.kind is RegionKind.COUNTRY]
    assert len(countries) == 250  # ISO 3166-1 has 249; and Kosovo
    assert all(row.code == (row.alpha2 or "").lower() for row in countries)
    assert all(row.name and all(row.names[language] for language in LANGUAGES) for row in rows)


@pytest.mark.parametrize(
    ("code", "ancestors"),
    [
        ("be", ["western-europe", "europe", "world"]),
        ("ke", ["eastern-africa", "sub-saharan-africa", "africa", "world"]),
        ("br", ["south-america", "latin-america-and-the-caribbean", "americas", "world"]),
        ("na", ["southern-africa", "sub-saharan-africa", "africa", "world"]),
        ("nz", ["australia-and-new-zealand", "oceania", "world"]),
        ("xk", ["southern-europe", "europe", "world"]),
        ("tw", ["eastern-asia", "asia", "world"]),
        ("aq", ["antarctica", "world"]),
    ],
)
def test_a_country_stands_where_m49_puts_it(code: str, ancestors: list[str]) -> None:
    load_regions()
    parent, path = Region.objects.get(code=code).parent, []
    while parent:
        path.append(parent.code)
        parent = parent.parent
    assert path == ancestors


def test_loading_twice_creates_nothing_more() -> None:
    assert load_regions() == len(list(read_regions()))
    names = RegionName.objects.count()
    assert load_regions() == 0
    assert RegionName.objects.count() == names == 4 * Region.objects.count()


def test_what_an_editor_changed_stays() -> None:
    load_regions()
    Region.objects.filter(code="be").update(code="belgium", name="Belgium!")
    RegionName.objects.filter(region__code="nl", language="fr").update(name="Hollande")
    assert load_regions() == 0
    assert Region.objects.get(alpha2="BE").name == "Belgium!"
    assert Region.objects.get(code="nl").name_in("fr") == "Hollande"


def test_what_is_there_is_completed() -> None:
    europe = RegionFactory.create(code="europe", name="Europe", kind=RegionKind.CONTINENT)
    load_regions()
    assert Region.objects.get(code="western-europe").parent == europe
    assert europe.name_in("nl") == "Europa"
