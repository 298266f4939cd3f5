"""The front page: what is new, what it is about, what comes next, who takes part."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.front import mixed
from home.models import SiteSettings
from search.engine import ResultPage
from search.params import SearchParams
from tests.factories import EventFactory, OrganisationFactory, TopicFactory, home_page
from tests.scripted import ScriptedEngine, facets, hit

pytestmark = pytest.mark.django_db


def front(client: Client) -> str:
    home_page()
    response = client.get("/")
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_library_has_a_front_page(client: Client, engine: ScriptedEngine) -> None:
    page = front(client)
    assert "Share what you learned" in page
    assert "No event is planned at the moment." in page


def test_it_shows_what_is_new_and_counts_topics(client: Client, engine: ScriptedEngine) -> None:
    TopicFactory(slug="privacy", name="Privacy")
    counts = facets(topic={"privacy": 7})
    engine.answer = ResultPage(SearchParams(), total=42, hits=(hit(title="Ask before you film"),), facets=counts)
    page = front(client)
    assert "See all 42 resources" in page
    assert "Ask before you film" in page
    assert '<a href="/topics/privacy/">' in page
    assert "7 <span" in page


def test_it_offers_the_example_searches(client: Client, engine: ScriptedEngine) -> None:
    SiteSettings.objects.create(tagline="Shared and reviewed.", example_searches="consent\nvaccine rumours\n\na\nb")
    page = front(client)
    assert '<a href="/search/?q=vaccine+rumours">vaccine rumours</a>' in page
    assert '<a href="/search/?q=b">' not in page


def test_it_announces_the_next_events_soonest_first(client: Client, engine: ScriptedEngine) -> None:
    today = timezone.localdate()
    EventFactory(title="Later", start_date=today + timedelta(days=9))
    EventFactory(title="Sooner", start_date=today + timedelta(days=2))
    EventFactory(title="Long over", start_date=today - timedelta(days=9))
    EventFactory(title="Still going", start_date=today - timedelta(days=1), end_date=today + timedelta(days=1))
    page = front(client)
    assert page.index("Still going") < page.index("Sooner") < page.index("Later")
    assert "Long over" not in page


def test_what_is_private_is_not_announced(client: Client, engine: ScriptedEngine) -> None:
    organisation = OrganisationFactory(title="Closed House")
    EventFactory(parent=organisation, title="Closed day")
    PageViewRestriction.objects.create(page=organisation, restriction_type=PageViewRestriction.LOGIN)
    page = front(client)
    assert "Closed day" not in page
    assert "Closed House" not in page


def test_it_asks_the_engine_once(client: Client, engine: ScriptedEngine) -> None:
    OrganisationFactory(title="North Hospital")
    engine.answer = ResultPage(SearchParams(), 4, (hit(),), facets=facets(organisation={"north-hospital": 4}))
    assert "4 resources" in " ".join(front(client).split())
    assert [params for params, _ in engine.asked] == [SearchParams(sort="newest")]


def test_what_is_new_is_a_mix_of_types() -> None:
    kinds = ["event", "event", "event", "guide", "case-study", "guide"]
    hits = mixed(hit(number, type=kind) for number, kind in enumerate(kinds))
    assert [found.document.page_id for found in hits] == [0, 3, 4, 1, 5, 2]
