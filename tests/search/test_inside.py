"""The page of places inside the files of one resource."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from library.models import ResourcePage
from search.engine import ResultPage
from search.params import SearchParams
from tests.factories import GuideFactory, home_page
from tests.scripted import ScriptedEngine, hit, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide() -> ResourcePage:
    home_page()
    made: ResourcePage = GuideFactory(title="Asking for consent")
    return made


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_places_stand_file_by_file_in_the_order_of_each(
    client: Client, engine: ScriptedEngine, guide: ResourcePage
) -> None:
    found = (place(number=12), place(number=3, file=8, name="Leaflet.pdf"), place(number=2))
    engine.answer = ResultPage(SearchParams(), 1, (replace(hit(guide.pk), passages=found, places=3),))
    page = text(client, f"/search/inside/{guide.pk}/?q=consent")
    assert "3 places for “consent”" in page
    assert page.index("page 2<") < page.index("page 12<") < page.index("Leaflet.pdf")
    assert f'href="{guide.get_url()}"' in page
    assert [(ask.inside, ask.size, ask.params.q) for ask in engine.asks] == [(guide.pk, 1, "consent")]


def test_more_places_than_are_shown_are_counted(client: Client, engine: ScriptedEngine, guide: ResourcePage) -> None:
    engine.answer = ResultPage(SearchParams(), 1, (replace(hit(guide.pk), passages=(place(),), places=80),))
    assert "80 places for “a”, the best 1 of them here" in text(client, f"/search/inside/{guide.pk}/?q=a")


@pytest.mark.parametrize("down", [False, True])
def test_without_an_answer_the_resource_is_still_a_click_away(
    client: Client, engine: ScriptedEngine, guide: ResourcePage, down: bool
) -> None:
    engine.down = down
    page = text(client, f"/search/inside/{guide.pk}/?q=consent")
    assert "Nothing in these files has these words" in page


def test_what_a_viewer_may_not_see_is_not_found_and_not_asked_for(
    client: Client, engine: ScriptedEngine, guide: ResourcePage
) -> None:
    PageViewRestriction.objects.create(page=guide, restriction_type=PageViewRestriction.LOGIN)
    for page_id in (guide.pk, guide.pk + 1000, 2**70):
        assert client.get(f"/search/inside/{page_id}/?q=consent").status_code == 404
    assert engine.asks == []


def test_however_many_places_there_are_the_queries_stay_the_same(
    client: Client, engine: ScriptedEngine, guide: ResourcePage, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    engine.answer = ResultPage(SearchParams(), 1, (replace(hit(guide.pk), passages=(place(),) * 50, places=50),))
    address = f"/search/inside/{guide.pk}/?q=consent"
    client.get(address)
    with django_assert_max_num_queries(5):
        client.get(address)
