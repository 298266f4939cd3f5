"""What stands above the values of a facet: any or all, only my languages; and the page of all its values."""

from dataclasses import replace

import pytest
from django.test import RequestFactory
from django.utils import translation

from search.engine import ResultPage
from search.params import SearchParams
from search.presentation.addresses import Addresses
from search.presentation.facet_page import facet_page, values_named
from search.presentation.facets import FacetGroup, filters
from search.presentation.filters_markup import filters_html
from search.presentation.labels import Labels
from search.presentation.my_languages import languages_of
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term
from tests.scripted import facets

VOCABULARY = Vocabulary(
    stamp=1,
    topics={
        "infection": Term(
            "infection", None, {"en": "Hospital-acquired infection"}, {"nl": ("ziekenhuisinfectie", "zorginfectie")}
        ),
        "privacy": Term("privacy", None, {"en": "Privacy"}),
    },
    organisations={"secret": Term("secret", None, {"en": "The Secret Hospital"})},
)


def group(params: SearchParams, mine: tuple[str, ...] = (), **counts: dict[str, int]) -> FacetGroup:
    page = ResultPage(params, 1, (), facets(**counts))
    return filters(page, Labels(VOCABULARY, "en"), Addresses(params), mine).groups[0]


def html(params: SearchParams, mine: tuple[str, ...] = (), **counts: dict[str, int]) -> str:
    page = ResultPage(params, 1, (), facets(**counts))
    return filters_html(filters(page, Labels(VOCABULARY, "en"), Addresses(params), mine))


def test_any_or_all_is_asked_where_two_values_are_chosen_of_which_a_resource_can_have_both() -> None:
    params = SearchParams(topic=("infection", "privacy"), page=2)
    combining = group(params, topic={"privacy": 2, "infection": 1}).combining
    assert combining is not None
    assert (combining.every, combining.any_url) == (False, "/search/?topic=infection&topic=privacy")
    assert combining.every_url == "/search/?topic=infection&topic=privacy&every=topic"


@pytest.mark.parametrize(
    "params", [SearchParams(topic=("privacy",)), SearchParams(type=("guide", "event")), SearchParams()]
)
def test_elsewhere_it_is_not_asked(params: SearchParams) -> None:
    groups = filters(
        ResultPage(params, 1, (), facets(type={"guide": 1}, topic={"privacy": 1})),
        Labels(VOCABULARY, "en"),
        Addresses(params),
    ).groups
    assert [group.combining for group in groups] == [None, None]


def test_the_way_of_combining_in_force_is_marked() -> None:
    params = SearchParams(topic=("infection", "privacy"), every=("topic",))
    shown = html(params, topic={"privacy": 2})
    assert 'rel="nofollow" aria-current="true">All of these</a>' in shown
    assert 'href="/search/?topic=infection&amp;topic=privacy" rel="nofollow">Any of these</a>' in shown


@pytest.mark.parametrize(
    ("interface", "accepted", "languages"),
    [
        ("en", "", ("en",)),
        ("nl", "fr-BE,fr;q=0.9,en;q=0.5", ("nl", "fr", "en")),
        ("en", "en-GB,en;q=0.9,*;q=0.1", ("en",)),
        ("en", "tlh,xx;q=1", ("en",)),
        ("en", "de,fr,es,it,pt,sv", ("en", "de", "fr", "es", "it")),
        ("en", "nonsense;;;q=§", ("en",)),
    ],
)
def test_a_readers_languages_are_the_interfaces_and_the_browsers(
    interface: str, accepted: str, languages: tuple[str, ...]
) -> None:
    request = RequestFactory().get("/search/", headers={"accept-language": accepted})
    with translation.override(interface):
        assert languages_of(request) == languages


def test_only_my_languages_is_one_choice() -> None:
    mine = group(SearchParams(q="a", language=("fr",)), ("nl", "en"), language={"nl": 3, "fr": 2, "en": 1}).mine
    assert mine is not None
    assert (mine.names, mine.url) == (("Dutch", "English"), "/search/?q=a&language=en&language=nl")


def test_only_my_languages_is_let_go_of_again() -> None:
    params = SearchParams(language=("en", "nl"))
    mine = group(params, ("nl", "en"), language={"nl": 3, "en": 1}).mine
    assert mine is not None
    assert (mine.selected, mine.url) == (True, "/search/")
    assert "Only in my languages (Dutch, English)<span" in html(params, ("nl", "en"), language={"nl": 3, "en": 1})


@pytest.mark.parametrize("counts", [{"fr": 2}, {"nl": 3, "en": 1}])
def test_a_choice_that_changes_nothing_is_not_offered(counts: dict[str, int]) -> None:
    assert group(SearchParams(), ("nl", "en"), language=counts).mine is None


def found(find: str, params: SearchParams | None = None, **counts: dict[str, int]) -> list[str]:
    page = ResultPage(params or SearchParams(), 1, (), facets(**counts))
    return [option.label for option in facet_page(page, next(iter(counts)), find, VOCABULARY).options]


@pytest.mark.parametrize("find", ["infect", "INFECT hosp", "zorginf", "ziekenhuis"])
def test_a_value_is_found_by_a_part_of_any_of_its_names(find: str) -> None:
    assert found(find, topic={"privacy": 9, "infection": 1}) == ["Hospital-acquired infection"]


def test_an_organisation_that_the_viewer_may_not_see_is_not_found_by_its_name() -> None:
    chosen = SearchParams(organisation=("secret",))
    assert found("hospital", chosen, organisation={"other": 1}) == []
    assert found("hospital", chosen, organisation={"secret": 1}) == ["The Secret Hospital"]


def test_the_page_of_values_carries_the_question_and_leads_back_to_it() -> None:
    params = SearchParams(q="a", topic=("privacy",), page=3)
    page = facet_page(ResultPage(params, 1, (), facets(topic={"privacy": 1})), "topic", "", VOCABULARY)
    assert page.carried == (("q", "a"), ("topic", "privacy"))
    assert page.results_url == "/search/?q=a&topic=privacy"
    assert page.options[0].url == "/search/?q=a"


def test_a_page_of_values_has_an_end() -> None:
    page = ResultPage(SearchParams(), 1, (), facets(organisation={f"o{number}": 1 for number in range(1000)}))
    shown = facet_page(page, "organisation", "", VOCABULARY)
    assert (len(shown.options), shown.total_words) == (200, "1,000 values or more")


def test_what_is_looked_for_by_name_or_chosen_is_counted_however_rare() -> None:
    params = SearchParams(topic=("privacy",))
    assert values_named(params, "topic", "ziekenhuis", VOCABULARY) == (("topic", ("privacy", "infection")),)
    assert values_named(params, "topic", "", VOCABULARY) == (("topic", ("privacy",)),)
    assert values_named(params, "level", "begin", VOCABULARY) == (("level", ()),)


def test_values_in_branches_that_are_not_opened_are_found_elsewhere() -> None:
    regions = {"world": Term("world", None, {})}
    for north in range(10):
        regions |= {f"c{north}": Term(f"c{north}", "world", {})}
        regions |= {f"c{north}-{place}": Term(f"c{north}-{place}", f"c{north}", {}) for place in range(60)}
    page = ResultPage(SearchParams(q="a"), 1, (), facets(region=dict.fromkeys(regions, 1)))
    labels = Labels(Vocabulary(stamp=1, regions=regions), "en")
    shown = filters(page, labels, Addresses(page.params))
    assert shown.groups[0].find_url == "/search/facet/region/?q=a"
    assert "Find a region" in filters_html(shown)
    few = replace(page, facets=facets(region={"world": 2, "c1": 2, "c2": 1}))
    assert filters(few, labels, Addresses(page.params)).groups[0].find_url == ""
