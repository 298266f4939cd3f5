"""The results page, with and without scripts, for visitors and members, within its budget of queries."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from wagtail.models import PageViewRestriction

from search.access import VISITOR
from search.engine import Fragment, ResultPage
from search.params import SearchParams
from tests.factories import GuideFactory, UserFactory, home_page
from tests.scripted import ScriptedEngine, facets, hit

pytestmark = pytest.mark.django_db
IN_PLACE = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def site() -> None:
    home_page()


def found(*titles: str, **values: Any) -> ResultPage:
    hits = tuple(hit(number, title=title) for number, title in enumerate(titles, start=1))
    return replace(ResultPage(SearchParams(), total=len(hits), hits=hits), **values)


def text(client: Client, address: str, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def test_the_answer_says_how_many_and_names_the_words(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("Ask before you film", "Stories with consent")
    page = text(client, "/search/?q=consent")
    assert "2 resources for “consent”" in page
    assert "Stories with consent" in page


def test_what_matched_is_marked_and_what_was_written_stays_text(client: Client, engine: ScriptedEngine) -> None:
    title = (Fragment("<b>"), Fragment("consent", marked=True))
    engine.answer = replace(found("x"), hits=(replace(hit(), title=title),))
    assert "&lt;b&gt;<mark>consent</mark>" in text(client, "/search/?q=consent")


def test_the_question_in_the_address_is_what_the_engine_is_asked(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("Ask before you film")
    client.get("/search/?q=consent&language=nl&language=fr&sort=newest&page=2")
    assert engine.asked == [(SearchParams(q="consent", language=("fr", "nl"), sort="newest", page=2), VISITOR)]


def test_in_place_only_the_results_are_sent_and_the_total_is_announced(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("Ask before you film")
    part = text(client, "/search/?q=consent", **IN_PLACE)
    assert "<html" not in part
    assert 'hx-swap-oob="innerHTML:#announcement"' in part
    assert "<title>Search for “consent” – Commonshelf</title>" in " ".join(part.split())


def test_going_back_in_the_browser_gives_the_whole_page(client: Client, engine: ScriptedEngine) -> None:
    page = text(client, "/search/?q=consent", **IN_PLACE, **{"HX-History-Restore-Request": "true"})
    assert "<html" in page


def test_caches_keep_whole_pages_parts_and_people_apart(client: Client, engine: ScriptedEngine) -> None:
    response = client.get("/search/")
    varies = {name.strip() for name in response["Vary"].split(",")}
    assert {"HX-Request", "HX-History-Restore-Request", "Cookie", "Accept-Language"} <= varies
    assert "private" in response["Cache-Control"]


def test_a_limited_answer_says_so(client: Client, engine: ScriptedEngine) -> None:
    engine.down = True
    GuideFactory(title="Asking for consent")
    page = text(client, "/search/?q=consent")
    assert "Search is limited at the moment" in page
    assert "Asking for consent" in page


def test_a_relaxed_answer_says_so(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("Ask before you film", relaxed=True)
    assert "Nothing has all these words; these resources have some of them." in text(client, "/search/?q=konsent")


def test_nothing_found_offers_to_drop_each_filter(client: Client, engine: ScriptedEngine) -> None:
    page = " ".join(text(client, "/search/?q=consent&language=nl&type=guide").split())
    assert '<a href="/search/?q=consent&amp;type=guide" rel="nofollow">Without Language: Dutch</a>' in page
    assert '<a href="/search/?q=consent" rel="nofollow">Everything, in all languages, without any filter</a>' in page


def test_nothing_found_without_filters_leads_to_the_topics(client: Client, engine: ScriptedEngine) -> None:
    page = text(client, "/search/?q=qqqq")
    assert "Check the spelling" in page
    assert 'href="/topics/"' in page


def test_a_page_after_the_last_one_leads_back(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = replace(found(), total=30)
    assert 'href="/search/?q=a&amp;page=2">Go to the last page' in text(client, "/search/?q=a&page=1000000000")


def test_the_filters_say_how_many_are_on(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("x", facets=facets(type={"guide": 1}))
    assert "(2 on)" in text(client, "/search/?type=guide&year=2025")


@pytest.mark.parametrize(
    "query",
    [
        "q=%22%27%3Cscript%3Ealert(1)%3C/script%3E",
        "q=" + "(" * 4000,
        "q=%00%ff%fe",
        "page=-1",
        "page=99999999999999999999",
        "topic=<b>&region=../../etc&language=%F0%9F%98%80&year=999999&type[]=x",
        "&".join(f"topic=t{number}" for number in range(800)),
    ],
)
def test_bad_input_gets_an_answer(client: Client, engine: ScriptedEngine, query: str) -> None:
    assert "<script>alert" not in text(client, f"/search/?{query}")


def test_posting_is_refused(client: Client, engine: ScriptedEngine) -> None:
    assert client.post("/search/").status_code == 405


def test_no_page_carries_inline_script_or_style(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("x", facets=facets(type={"guide": 1}))
    response = client.get("/search/?q=x")
    page = response.content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert page.count("<script") == page.count("<script src=")
    assert "unsafe" not in response["Content-Security-Policy"]


def test_a_visitor_costs_three_queries(
    client: Client, engine: ScriptedEngine, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    engine.answer = found(*("Ask before you film" for _ in range(20)), facets=facets(type={"guide": 20}))
    client.get("/search/")  # fills what a process keeps: the vocabulary, the site's root
    with django_assert_max_num_queries(3):
        client.get("/search/?q=consent&type=guide")


def test_a_member_costs_six_queries(
    client: Client, engine: ScriptedEngine, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    engine.answer = found("Ask before you film", facets=facets(type={"guide": 20}))
    client.force_login(UserFactory())
    client.get("/search/")
    with django_assert_max_num_queries(6):
        client.get("/search/?q=consent&type=guide")


def test_a_member_searches_with_a_members_rights(client: Client, engine: ScriptedEngine) -> None:
    page = GuideFactory()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    client.force_login(UserFactory())
    client.get("/search/")
    assert engine.asked[0][1].passed == {restriction.pk}


def test_a_facet_has_a_page_of_all_its_values(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("x", facets=facets(language={"nl": 3, "fr": 1}))
    page = text(client, "/search/facet/language/?q=consent&find=du")
    assert '<a id="facet-language-nl" href="/search/?q=consent&amp;language=nl"' in page
    assert "facet-language-fr" not in page
    assert '<a href="/search/?q=consent">Back to the results for “consent”</a>' in page


def test_in_place_a_facet_sends_its_values_only(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("x", facets=facets(language={"nl": 3}))
    part = text(client, "/search/facet/language/", **IN_PLACE)
    assert "<html" not in part
    assert "1 value" in part


def test_a_facet_that_does_not_exist_is_not_found(client: Client, engine: ScriptedEngine) -> None:
    assert client.get("/search/facet/colour/").status_code == 404


def test_only_in_my_languages_follows_the_browser(client: Client, engine: ScriptedEngine) -> None:
    engine.answer = found("x", facets=facets(language={"nl": 3, "en": 2, "fr": 1}))
    page = text(client, "/search/?q=a", **{"Accept-Language": "nl-BE,en;q=0.5"})
    assert 'href="/search/?q=a&amp;language=en&amp;language=nl"' in page
