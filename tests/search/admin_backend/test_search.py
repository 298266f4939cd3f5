"""The search of the CMS, on whichever database the tests run."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from modelsearch.query import PlainText
from wagtail.models import Page
from wagtail.search import index
from wagtail.search.backends import get_search_backend

from network.models import User
from tests.factories import CaseStudyFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
HOSTILE = ['"', '"a', 'a"b', "'", "*", "NEAR(", "a AND", "title:", "\x00", "%s", "{}", "\\", "a" * 5000, "a " * 3000]


@pytest.fixture
def pages() -> list[Page]:
    parent = OrganisationFactory(title="Aurora")
    made: list[Page] = [
        CaseStudyFactory(parent=parent, title=title, summary=summary)
        for title, summary in (
            ("Consent", "Nothing else."),
            ("A long story about many other things and also consent", "Nothing else."),
            ("Handwashing", "Nothing else."),
        )
    ]
    for page in made:
        index.insert_or_update_object(page)
    return made


def titles(found: Any) -> list[str]:
    return [page.title for page in found]


def test_the_best_match_comes_first(pages: list[Page]) -> None:
    found = Page.objects.search("consent")
    assert titles(found) == ["Consent", "A long story about many other things and also consent"]


def test_the_beginning_of_a_word_is_enough(pages: list[Page]) -> None:
    assert titles(Page.objects.autocomplete("handwa")) == ["Handwashing"]


def test_only_what_the_caller_may_see_is_found(pages: list[Page]) -> None:
    rest = Page.objects.exclude(pk=pages[0].pk)
    assert titles(rest.search("consent")) == ["A long story about many other things and also consent"]


def test_pages_of_results_are_cut_from_the_ranking(pages: list[Page]) -> None:
    found = Page.objects.search("consent")
    assert len(found) == 2
    assert titles(found[1:2]) == ["A long story about many other things and also consent"]


def test_another_order_is_kept(pages: list[Page]) -> None:
    found = Page.objects.order_by("title").search("consent", order_by_relevance=False)
    assert titles(found) == ["A long story about many other things and also consent", "Consent"]


def test_any_word_may_be_asked_for(pages: list[Page]) -> None:
    found = Page.objects.search(PlainText("consent handwashing", operator="or"))
    assert len(titles(found)) == 3


def test_scores_can_be_asked_for(pages: list[Page]) -> None:
    found = Page.objects.search("consent").annotate_score("score")
    assert all(page.score is not None for page in found)


@pytest.mark.parametrize("query", HOSTILE)
def test_nothing_that_is_typed_is_an_error(query: str, pages: list[Page]) -> None:
    assert list(get_search_backend().search(query, Page)) is not None
    assert list(get_search_backend().autocomplete(query, Page)) is not None


@pytest.mark.parametrize("query", HOSTILE[:6])
def test_nor_in_the_cms(query: str, admin_user: User, pages: list[Page]) -> None:
    client = Client()
    client.force_login(admin_user)
    for name in ("wagtailadmin_pages:search", "wagtailimages:index", "wagtaildocs:index", "topics:index"):
        assert client.get(reverse(name), {"q": query}).status_code == 200


def test_a_list_of_results_takes_three_queries(pages: list[Page], django_assert_max_num_queries: Any) -> None:
    titles(Page.objects.search("consent"))  # fills Django's memory of content types
    with django_assert_max_num_queries(3):
        titles(Page.objects.search("consent"))
