"""Ways on: mended words, any of the words, filters let go of, near topics."""

import pytest
from django.test import Client

from search import views
from search.engine import ResultPage
from search.guidance import Drop, Guidance
from search.params import SearchParams
from search.presentation.guidance import GuidanceView, guidance_view
from search.presentation.labels import Labels
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term
from tests.factories import TopicFactory, home_page
from tests.scripted import hit

VOCABULARY = Vocabulary(
    stamp=1,
    topics={"privacy": Term("privacy", None, {"en": "Privacy"})},
    organisations={"secret": Term("secret", None, {"en": "The Secret Hospital"})},
)


def view(
    params: SearchParams, guidance: Guidance | None = None, total: int = 0, *, relaxed: bool = False
) -> GuidanceView:
    page = ResultPage(params, total, (hit(),) * min(total, 1), relaxed=relaxed, guidance=guidance)
    return guidance_view(page, Labels(VOCABULARY, "en"))


def test_mended_words_are_offered_with_what_they_find_and_keep_the_filters() -> None:
    shown = view(SearchParams(q="konsent", type=("guide",)), Guidance("konsent", "consent", 12), total=1)
    assert shown.meant is not None
    assert (shown.meant.words, shown.meant.total) == ("consent", 12)
    assert shown.meant.url == "/search/?q=consent&type=guide"
    assert (shown.corrected, shown.typed) == ("", None)


def test_words_that_were_mended_unasked_have_a_way_back() -> None:
    guidance = Guidance("konsent", "consent", corrected=True)
    shown = view(SearchParams(q="consent", language=("nl",)), guidance, total=4)
    assert (shown.corrected, shown.meant) == ("consent", None)
    assert shown.typed is not None
    assert (shown.typed.words, shown.typed.url) == ("konsent", "/search/?q=konsent&language=nl&exact=yes")


@pytest.mark.parametrize(
    ("words", "total", "offered"),
    [
        ("consent filming", 1, "consent OR filming"),
        ("consent filming ward", 2, "consent OR filming OR ward"),
        ("consent filming", 3, ""),
        ("consent filming", 0, ""),
        ("consent", 1, ""),
        ("consent when filming wards", 1, ""),
        ("consent OR filming", 1, ""),
        ('"consent filming"', 1, ""),
        ("consent -filming", 1, ""),
        ("title:consent filming", 1, ""),
    ],
)
def test_few_words_that_bring_little_can_be_asked_for_one_by_one(words: str, total: int, offered: str) -> None:
    way = view(SearchParams(q=words), total=total).any_word
    assert (way.words if way else "") == offered


def test_relaxed_words_are_not_relaxed_again() -> None:
    assert view(SearchParams(q="consent filming"), total=1, relaxed=True).any_word is None


def test_each_choice_that_stands_in_the_way_says_what_letting_go_brings() -> None:
    params = SearchParams(q="a", language=("fr", "nl"), organisation=("secret",), page=3)
    drops = (Drop("language", ("fr", "nl"), 14), Drop("organisation", ("secret",), 2))
    shown = view(params, Guidance("a", drops=drops, unfiltered=20, other_languages=14))
    assert [(way.words, way.url, way.total) for way in shown.ways] == [
        ("Without Language: French, Dutch", "/search/?q=a&organisation=secret", 14),
        ("Without Organisation: secret", "/search/?q=a&language=fr&language=nl", 2),
        ("Without any filter", "/search/?q=a", 20),
    ]


def test_other_languages_are_offered_where_only_all_of_them_together_bring_something() -> None:
    params = SearchParams(q="a", language=("nl",))
    shown = view(params, Guidance("a", other_languages=3, unfiltered=3))
    assert [(way.words, way.total) for way in shown.ways] == [("In all languages", 3)]


def test_near_topics_are_links_to_their_pages() -> None:
    (topic,) = view(SearchParams(q="privat"), Guidance("privat", near_topics=("privacy",))).topics
    assert (topic.words, topic.url) == ("Privacy", "/topics/privacy/")


def test_an_answer_that_speaks_for_itself_has_nothing_beside_it() -> None:
    assert view(SearchParams(q="consent"), total=9) == GuidanceView()


@pytest.mark.django_db
def test_the_page_says_all_of_it(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    home_page()
    TopicFactory(slug="privacy", name="Privacy")
    guidance = Guidance("<b>", "consent", 3, drops=(Drop("type", ("guide",), 14),), near_topics=("privacy",))
    nothing = ResultPage(SearchParams(q="<b>"), 0, (), guidance=guidance)
    monkeypatch.setattr(views, "find", lambda *_asked: nothing)
    page = " ".join(client.get("/search/").content.decode().split())
    assert "Without Type: Best-practice guide</a>: 14 resources" in page
    assert "<strong>consent</strong></a>?" in page
    assert '<a href="/topics/privacy/">Privacy</a>' in page
    assert "How to search" in page


@pytest.mark.django_db
def test_the_page_says_which_words_it_answers(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    home_page()
    guidance = Guidance("<b>", "<i>", corrected=True)
    mended = ResultPage(SearchParams(q="<i>"), 1, (hit(),), guidance=guidance)
    monkeypatch.setattr(views, "find", lambda *_asked: mended)
    page = " ".join(client.get("/search/").content.decode().split())
    assert "Showing results for <strong>&lt;i&gt;</strong>." in page
    assert 'Search instead for <a href="/search/?q=%3Cb%3E&amp;exact=yes" rel="nofollow">&lt;b&gt;</a>' in page
