"""Pages of topics and regions, and their trees."""

import pytest
from django.test import Client
from django.utils import translation

from network.models import RegionKind, RegionName
from search.access import VISITOR
from search.browse.terms import counted_children, term_page
from search.engine import ResultPage
from search.params import SearchParams
from search.vocabulary.snapshot import get_vocabulary
from tests.factories import RegionFactory, TopicFactory, home_page
from tests.scripted import ScriptedEngine, facets, hit

pytestmark = pytest.mark.django_db


def answer(**counts: dict[str, int]) -> ResultPage:
    return ResultPage(SearchParams(), total=1, hits=(hit(),), facets=facets(**counts))


def test_a_topic_names_what_stands_above_and_below_it(engine: ScriptedEngine) -> None:
    staff = TopicFactory(slug="staff", name="Staff")
    policy = TopicFactory(slug="policy", name="Policy", parent=staff)
    TopicFactory(slug="posts", name="Posts", parent=policy)
    engine.answer = answer(topic={"staff": 3, "policy": 2, "posts": 1})
    page = term_page("topic", "policy", VISITOR)
    assert [term.label for term in page.above] == ["Staff"]
    assert [(term.label, term.count, term.url) for term in page.children] == [("Posts", 1, "/topics/posts/")]
    assert engine.asked[0][0] == SearchParams(topic=("policy",), sort="newest")


def test_what_holds_nothing_is_left_out_while_there_are_counts(engine: ScriptedEngine) -> None:
    TopicFactory(slug="full", name="Full")
    TopicFactory(slug="empty", name="Empty")
    vocabulary = get_vocabulary()
    counted = counted_children("topic", None, answer(topic={"full": 1}), vocabulary)
    uncounted = counted_children("topic", None, answer(), vocabulary)
    assert [term.code for term in counted] == ["full"]
    assert [term.code for term in uncounted] == ["empty", "full"]


def test_terms_stand_in_the_readers_alphabet(engine: ScriptedEngine) -> None:
    germany, france = RegionFactory(code="de", name="Germany"), RegionFactory(code="fr", name="France")
    RegionName.objects.create(region=germany, language="nl", name="Duitsland")
    RegionName.objects.create(region=france, language="nl", name="Frankrijk")
    with translation.override("nl"):
        terms = counted_children("region", "world", answer(region={"de": 1, "fr": 2}), get_vocabulary())
    assert [term.label for term in terms] == ["Duitsland", "Frankrijk"]


@pytest.mark.parametrize("address", ["/topics/staff/", "/topics/", "/regions/europe/", "/regions/"])
def test_every_browsing_page_is_there(client: Client, engine: ScriptedEngine, address: str) -> None:
    home_page()
    TopicFactory(slug="staff", name="Staff", description="Teaching colleagues.")
    RegionFactory(code="europe", name="Europe", kind=RegionKind.CONTINENT)
    engine.answer = answer(topic={"staff": 1}, region={"europe": 1})
    response = client.get(address)
    assert response.status_code == 200
    assert ("Staff" if "topics" in address else "Europe") in response.content.decode()


@pytest.mark.parametrize("address", ["/topics/no-such-topic/", "/regions/atlantis/"])
def test_an_unknown_topic_or_region_is_not_found(client: Client, engine: ScriptedEngine, address: str) -> None:
    home_page()
    response = client.get(address)
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


def test_the_box_on_a_topics_page_is_bounded_to_it(client: Client, engine: ScriptedEngine) -> None:
    home_page()
    TopicFactory(slug="staff", name="Staff")
    page = client.get("/topics/staff/").content.decode()
    assert '<input type="hidden" name="topic" value="staff">' in page
