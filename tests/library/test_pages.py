"""Resource pages: each type's parts as structure, in the language of the resource."""

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from library.models import (
    CaseStudyMeasure,
    CaseStudyPage,
    EventCitation,
    PersonRole,
    Recommendation,
    ResourceLink,
    ResourcePerson,
)
from tests.factories import (
    RESOURCE_FACTORIES,
    AudienceFactory,
    CaseStudyFactory,
    DocumentFactory,
    EventFactory,
    GuideFactory,
    LicenceFactory,
    OrganisationFactory,
    RegionFactory,
    TopicFactory,
    TrainingFactory,
    UserFactory,
)
from tests.scripted import ScriptedEngine, hit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engine")]


def shown(client: Client, page: Page) -> str:
    response = client.get(page.url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("kind", sorted(RESOURCE_FACTORIES))
def test_every_type_has_a_page(client: Client, kind: str) -> None:
    page = RESOURCE_FACTORIES[kind](title="Ask before you film")
    assert "Ask before you film</h1>" in shown(client, page)


def test_title_and_text_keep_the_language_and_direction_of_the_resource(client: Client) -> None:
    assert 'lang="ar" dir="rtl"' in shown(client, GuideFactory(title="دليل", slug="dalil", language="ar"))


def test_topics_regions_and_audiences_are_links_into_search(client: Client) -> None:
    page = GuideFactory(
        topics=[TopicFactory(slug="privacy", name="Privacy")],
        regions=[RegionFactory(code="be", name="Belgium")],
        audiences=[AudienceFactory(slug="nurses", name="Nurses")],
    )
    html = shown(client, page)
    assert 'href="/search/?topic=privacy">Privacy</a>' in html
    assert 'href="/search/?region=be">Belgium</a>' in html
    assert 'href="/search/?audience=nurses">Nurses</a>' in html


def test_a_case_study_shows_its_parts_and_measures(client: Client) -> None:
    page = CaseStudyFactory(challenge="<p>Too many calls.</p>", lessons="<p>Ask first.</p>")
    CaseStudyMeasure.objects.create(page=page, what="Calls a day", before="214", after="97")
    html = shown(client, page)
    places = [html.index(f'id="{part}"') for part in ("setting", "challenge", "measures", "lessons")]
    assert places == sorted(places)
    assert "Calls a day" in html
    assert 'id="approach"' not in html


def test_a_training_says_what_one_can_do_afterwards(client: Client) -> None:
    html = shown(client, TrainingFactory(objectives="Ask\n\nRefuse", duration_minutes=90, levels=["beginner"]))
    assert "<span>Ask</span>" in html
    assert "1 h 30 min" in html
    assert "Beginner" in html


def test_a_guide_says_how_sure_it_is(client: Client) -> None:
    page = GuideFactory(version="2.1", what_changed="Shorter.")
    Recommendation.objects.create(page=page, text="Ask twice.", evidence="moderate")
    html = shown(client, page)
    assert "Ask twice." in html
    assert "<strong>moderate</strong>" in html
    assert "Shorter." in html


def test_an_event_says_when_in_the_zone_where_it_happens(client: Client) -> None:
    html = shown(client, EventFactory(start_date="2027-03-01", start_time="14:00", place="Oostende"))
    assert "March 1, 2027" in html
    assert "14:00" in html
    assert "Europe/Brussels" in html


@pytest.mark.parametrize(("day", "open_to_join"), [("2020-03-01", False), ("2999-03-01", True)])
def test_an_event_can_be_joined_until_it_is_over(client: Client, day: str, open_to_join: bool) -> None:
    html = shown(client, EventFactory(start_date=day, online_link="https://example.org/room"))
    assert ("Join here" in html) == open_to_join


def test_an_event_names_its_resources_within_the_viewers_rights(client: Client) -> None:
    event, public, private = EventFactory(), GuideFactory(title="Open"), GuideFactory(title="Closed")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    for guide in (public, private):
        EventCitation.objects.create(page=event, resource=guide)
    html = shown(client, event)
    assert "Open</span>" in html
    assert "Closed" not in html


def test_files_say_what_they_are(client: Client) -> None:
    html = shown(client, GuideFactory(documents=[DocumentFactory(title="Consent form")]))
    assert "1 file" in html
    assert "Consent form" in html
    assert "TXT" in html


def test_links_people_and_licence_are_named(client: Client) -> None:
    page = GuideFactory(licence=LicenceFactory())
    ResourceLink.objects.create(page=page, url="https://example.org/form", label="The form")
    ResourcePerson.objects.create(page=page, name="Noor Claeys", role=PersonRole.AUTHOR)
    html = shown(client, page)
    assert 'href="https://example.org/form"' in html
    assert "Noor Claeys" in html
    assert "You may copy, share and change it; name the authors." in html


def test_it_can_be_cited(client: Client) -> None:
    page = GuideFactory(title="Ask first", year=2025, parent=OrganisationFactory(title="North Hospital"))
    ResourcePerson.objects.create(page=page, name="Noor Claeys", role=PersonRole.AUTHOR)
    assert "Noor Claeys (2025). Ask first. North Hospital. http://localhost" in shown(client, page)


def test_what_is_near_is_shown(client: Client, engine: ScriptedEngine) -> None:
    page = GuideFactory()
    engine.near = (hit(page.pk + 1000, title="My neighbour"),)
    assert "My neighbour" in shown(client, page)


def test_a_page_is_shown_without_what_is_near_while_the_engine_is_out_of_reach(
    client: Client, engine: ScriptedEngine
) -> None:
    page = GuideFactory()
    engine.near, engine.down = (hit(page.pk + 1000, title="My neighbour"),), True
    assert "My neighbour" not in shown(client, page)


@pytest.mark.parametrize("kind", sorted(RESOURCE_FACTORIES))
def test_a_draft_that_was_never_saved_can_be_previewed(kind: str) -> None:
    organisation = OrganisationFactory()
    page = RESOURCE_FACTORIES[kind].build(title="Half a thought", slug="half-a-thought", first_published_at=None)
    page.path = organisation._get_path(organisation.path, organisation.depth + 1, 1)
    page.depth = organisation.depth + 1
    page.set_url_path(organisation)
    response = page.make_preview_request(preview_mode=page.default_preview_mode)
    assert response.status_code == 200
    assert "Half a thought" in response.content.decode()


def test_a_new_version_of_a_published_page_can_be_previewed() -> None:
    page = CaseStudyFactory(title="Before")
    draft = CaseStudyPage.objects.get(pk=page.pk)
    draft.title = "After"
    response = draft.make_preview_request(preview_mode=draft.default_preview_mode)
    assert "After</h1>" in response.content.decode()


def test_a_page_for_members_sends_visitors_to_log_in(client: Client) -> None:
    page = GuideFactory(title="For members")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(page.url)["Location"] == f"/account/login/?next={page.url}"
    client.force_login(UserFactory())
    assert "For members" in shown(client, page)
