"""What is suggested for what is typed so far, within rights, also while the engine is away."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from network.models import OrganisationPage, RegionName
from search.access import VISITOR, Access
from search.engine import SuggestedTitle
from search.suggest.suggestions import TERMS, TITLES, suggestions
from search.vocabulary.snapshot import forget_vocabulary, get_vocabulary
from tests.factories import OrganisationFactory, RegionFactory, TopicFactory, UserFactory, home_page
from tests.scripted import ScriptedEngine

pytestmark = pytest.mark.django_db

TITLE = SuggestedTitle(1, "guide", "Ask before you film", "/organisations/hospital/ask/", "en")


@pytest.fixture(autouse=True)
def site() -> None:
    home_page()


def labels(text: str, access: Access = VISITOR) -> dict[str, list[str]]:
    groups = suggestions(text, access, get_vocabulary())
    return {group.legend: [each.label for each in group.suggestions] for group in groups}


def organisation(title: str, slug: str) -> OrganisationPage:
    made: OrganisationPage = OrganisationFactory(title=title, slug=slug)
    forget_vocabulary()  # publishing in the CMS would raise its stamp
    return made


def test_every_kind_has_a_group_of_its_own(engine: ScriptedEngine) -> None:
    engine.titles = (TITLE,)
    TopicFactory(slug="film", name="Filming")
    RegionFactory(code="filmland", name="Filmland")
    organisation("Film Hospital", "film-hospital")
    groups = suggestions("film", VISITOR, get_vocabulary())
    assert [(group.legend, [(each.label, each.url) for each in group.suggestions]) for group in groups] == [
        ("Resources", [("Ask before you film", "/organisations/hospital/ask/")]),
        ("Topics", [("Filming", "/topics/film/")]),
        ("Regions", [("Filmland", "/regions/filmland/")]),
        ("Organisations", [("Film Hospital", "/organisations/film-hospital/")]),
    ]


def test_nothing_typed_suggests_nothing_and_asks_nobody(engine: ScriptedEngine) -> None:
    engine.titles = (TITLE,)
    assert labels("") == {}


def test_names_in_the_readers_language_lead_to_the_same_place(engine: ScriptedEngine) -> None:
    RegionName.objects.create(region=RegionFactory(code="be", name="Belgium"), language="nl", name="België")
    assert labels("belgie") == {"Regions": ["Belgium"]}


def test_a_kind_has_room_for_a_few_only(engine: ScriptedEngine) -> None:
    engine.titles = (TITLE,) * 20
    for number in range(9):
        TopicFactory(slug=f"film-{number}", name=f"Filming {number}")
    found = labels("film")
    assert (len(found["Resources"]), len(found["Topics"])) == (TITLES, TERMS)


def test_while_the_engine_is_away_topics_are_still_suggested(engine: ScriptedEngine) -> None:
    engine.down = True
    TopicFactory(slug="film", name="Filming")
    assert labels("film") == {"Topics": ["Filming"]}


def test_a_hidden_organisation_is_named_to_those_who_may_see_it_from_then_on(engine: ScriptedEngine) -> None:
    page = organisation("Secret Hospital", "secret-hospital")
    assert labels("secret") == {"Organisations": ["Secret Hospital"]}
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert labels("secret") == {}
    assert labels("secret", Access(frozenset({restriction.pk}))) == {"Organisations": ["Secret Hospital"]}
    restriction.delete()
    assert labels("secret") == {"Organisations": ["Secret Hospital"]}


def test_privacy_of_a_page_above_hides_organisations_too(engine: ScriptedEngine) -> None:
    page = organisation("Secret Hospital", "secret-hospital")
    PageViewRestriction.objects.create(page=page.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    assert labels("secret") == {}


def test_an_unpublished_organisation_is_not_suggested(engine: ScriptedEngine) -> None:
    page = organisation("Former Hospital", "former-hospital")
    assert labels("former") == {"Organisations": ["Former Hospital"]}
    page.unpublish()
    assert labels("former") == {}


def test_hidden_organisations_do_not_take_the_place_of_others(engine: ScriptedEngine) -> None:
    for number in range(TERMS):
        hidden = organisation(f"Hospital {number}", f"hospital-{number}")
        PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    organisation("Hospital Z", "hospital-z")
    assert labels("hospital") == {"Organisations": ["Hospital Z"]}


def text(client: Client, typed: str) -> str:
    response = client.get("/search/suggest/", {"q": typed})
    assert response.status_code == 200
    return response.content.decode()


def test_the_answer_is_the_inside_of_a_listbox(client: Client, engine: ScriptedEngine) -> None:
    engine.titles = (SuggestedTitle(1, "guide", "<b>يوم</b>", '/a"b/', "ar"),)
    html = text(client, "film")
    assert html.startswith('<p data-announcement="1 suggestion"></p><ul role="group" aria-label="Resources">')
    assert 'data-url="/a&quot;b/"' in html
    assert '<span lang="ar" dir="rtl">&lt;b&gt;يوم&lt;/b&gt;</span>' in html
    assert '<span class="suggest-note">Best-practice guide</span>' in html


def test_no_suggestions_are_announced_too(client: Client, engine: ScriptedEngine) -> None:
    assert text(client, "xyzzy") == '<p data-announcement="No suggestions"></p>'


@pytest.mark.parametrize("typed", ["\0", "%", "(" * 5000, "'\"--", "💥", " "])
def test_whatever_is_typed_gets_an_answer(client: Client, engine: ScriptedEngine, typed: str) -> None:
    text(client, typed)


def test_the_browser_keeps_an_answer_for_a_while_and_for_itself(client: Client, engine: ScriptedEngine) -> None:
    response = client.get("/search/suggest/?q=film")
    assert response["Cache-Control"] == "private, max-age=60"
    assert {"Cookie", "Accept-Language"} <= {name.strip() for name in response["Vary"].split(",")}


def test_a_visitor_costs_one_query_however_much_is_suggested(
    client: Client, engine: ScriptedEngine, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        organisation(f"Film Hospital {number}", f"film-{number}")
        TopicFactory(slug=f"film-{number}", name=f"Filming {number}")
    text(client, "film")
    with django_assert_num_queries(1):
        text(client, "film")


def test_a_member_costs_three_more(
    client: Client, engine: ScriptedEngine, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(UserFactory())
    organisation("Film Hospital", "film")
    text(client, "film")
    with django_assert_max_num_queries(4):
        text(client, "film")
