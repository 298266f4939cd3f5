"""Pages of topics and regions, and their trees."""

import pytest
from django.test import Client
from django.utils import translation

from network.models import RegionKind, RegionName
from search.access import VISITOR
from search.browse.terms import TERMS_A_PAGE, CountedTerms, term_page
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
    assert CountedTerms("topic", answer(topic={"full": 1}), vocabulary).below(None) == ["full"]
    assert CountedTerms("topic", answer(), vocabulary).below(None) == ["empty", "full"]


def test_what_an_engine_did_not_come_to_count_is_not_taken_for_empty(engine: ScriptedEngine) -> None:
    TopicFactory(slug="rare", name="Rare")
    counts = {f"topic-{number}": 2 for number in range(1000)}
    assert CountedTerms("topic", answer(topic=counts), get_vocabulary()).below(None) == ["rare"]


def test_a_long_list_stands_on_several_pages(engine: ScriptedEngine) -> None:
    staff = TopicFactory(slug="staff", name="Staff")
    for number in range(TERMS_A_PAGE + 1):
        TopicFactory(slug=f"t{number}", name=f"Topic {number:03}", parent=staff)
    first, second = (term_page("topic", "staff", VISITOR, page) for page in (1, 2))
    assert (len(first.children), first.pages.has_next()) == (TERMS_A_PAGE, True)
    assert [term.label for term in second.children] == [f"Topic {TERMS_A_PAGE:03}"]


def test_a_tree_shows_the_most_used_of_each_term_and_says_how_many_there_are_besides(engine: ScriptedEngine) -> None:
    staff = TopicFactory(slug="staff", name="Staff")
    for number in range(5):
        TopicFactory(slug=f"t{number}", name=f"Topic {number}", parent=staff)
    counts = {"staff": 9, "t0": 1, "t1": 1, "t2": 5, "t3": 1, "t4": 7}
    (term,) = CountedTerms("topic", answer(topic=counts), get_vocabulary()).two_levels(None, 2)
    assert [child.code for child in term.children] == ["t2", "t4"]
    assert term.left_out == 3


def test_terms_stand_in_the_readers_alphabet(engine: ScriptedEngine) -> None:
    germany, france = RegionFactory(code="de", name="Germany"), RegionFactory(code="fr", name="France")
    RegionName.objects.create(region=germany, language="nl", name="Duitsland")
    RegionName.objects.create(region=france, language="nl", name="Frankrijk")
    with translation.override("nl"):
        terms = CountedTerms("region", answer(region={"de": 1, "fr": 2}), get_vocabulary()).two_levels("world", 0)
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
