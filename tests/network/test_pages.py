"""The directory and the page of an organisation."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from search.engine import ResultPage
from search.params import SearchParams
from tests.factories import OrganisationFactory, RegionFactory, UserFactory, directory
from tests.scripted import ScriptedEngine, facets, hit

pytestmark = pytest.mark.django_db


def listed(client: Client, query: str = "") -> str:
    response = client.get(f"/organisations/{query}")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_the_directory_counts_organisations_and_their_resources(client: Client, engine: ScriptedEngine) -> None:
    OrganisationFactory(title="North Hospital")
    OrganisationFactory(title="South Hospital")
    counts = facets(organisation={"north-hospital": 4})
    engine.answer = ResultPage(SearchParams(), total=4, hits=(), facets=counts)
    page = listed(client)
    assert "2 organisations" in page
    assert "4 resources" in page


def test_it_is_filtered_by_part_of_the_name(client: Client, engine: ScriptedEngine) -> None:
    OrganisationFactory(title="North Hospital")
    OrganisationFactory(title="Patient Voices")
    page = listed(client, "?name=hospi")
    assert "North Hospital" in page
    assert "Patient Voices" not in page


def test_choosing_a_continent_finds_its_countries(client: Client, engine: ScriptedEngine) -> None:
    europe = RegionFactory(code="europe", kind="continent")
    OrganisationFactory(title="Belgian House", home_region=RegionFactory(code="be", name="Belgium", parent=europe))
    OrganisationFactory(title="Kenyan House", home_region=RegionFactory(code="ke", name="Kenya"))
    page = listed(client, "?region=europe")
    assert "Belgian House" in page
    assert "Kenyan House" not in page
    assert '<option value="europe" selected>Europe</option>' in page


@pytest.mark.parametrize("query", ["?region=atlantis", "?name=zzz", "?name=%00&region=<b>&page=x"])
def test_what_fits_nothing_is_said_in_words(client: Client, engine: ScriptedEngine, query: str) -> None:
    OrganisationFactory(title="North Hospital")
    assert "No organisation fits." in listed(client, query) or "North Hospital" in listed(client, query)


def test_many_organisations_are_paged_and_the_filter_stays(client: Client, engine: ScriptedEngine) -> None:
    for number in range(25):
        OrganisationFactory(title=f"House {number:02}")
    page = listed(client, "?name=House")
    assert "Page 1 of 2" in page
    assert 'href="?name=House&amp;page=2"' in page
    assert "House 24" in listed(client, "?name=House&page=2")


def test_a_private_organisation_is_listed_for_those_who_may_see_it(client: Client, engine: ScriptedEngine) -> None:
    closed = OrganisationFactory(title="Closed House")
    PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.LOGIN)
    assert "Closed House" not in listed(client)
    client.force_login(UserFactory())
    assert "Closed House" in listed(client)


def test_an_empty_directory_says_so(client: Client, engine: ScriptedEngine) -> None:
    directory()
    assert "0 organisations" in listed(client)


def test_an_organisation_shows_what_it_is_and_what_is_newest(client: Client, engine: ScriptedEngine) -> None:
    house = OrganisationFactory(
        title="North Hospital", description="<p>We listen.</p>", home_region=RegionFactory(code="be", name="Belgium")
    )
    engine.answer = ResultPage(SearchParams(), total=9, hits=(hit(title="Ask before you film"),))
    page = client.get(house.url).content.decode()
    assert "We listen." in page
    assert "Belgium" in page
    assert "See all 9 resources" in page
    assert "Ask before you film" in page
    assert '<input type="hidden" name="organisation" value="north-hospital">' in page
    assert engine.asked[0][0] == SearchParams(organisation=("north-hospital",), sort="newest")


def test_directory_and_organisation_lead_to_the_form_to_join(client: Client, engine: ScriptedEngine) -> None:
    house = OrganisationFactory(title="North Hospital")
    client.force_login(UserFactory())
    assert 'href="/join/"' in listed(client)
    assert f'href="/join/?organisation={house.pk}"' in client.get(house.url).content.decode()
    chosen = f'<option value="{house.pk}" selected>North Hospital</option>'
    assert chosen in client.get(f"/join/?organisation={house.pk}").content.decode()
    assert client.get("/join/?organisation=%00nonsense").status_code == 200
