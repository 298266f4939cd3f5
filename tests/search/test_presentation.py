"""From codes to words and links: chips, facets, trees, pager, hits."""

import pytest
from django.utils import translation

from search.engine import Facets, ResultPage
from search.params import FACETS, LAST_PAGE, PAGE_SIZE, SearchParams
from search.presentation import ResultsView, present
from search.presentation.facet_markup import FacetMarkup
from search.presentation.options import OptionList
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term
from tests.scripted import facets, hit

VOCABULARY = Vocabulary(
    stamp=1,
    topics={"privacy": Term("privacy", None, {"en": "Privacy", "nl": "Privacy en ethiek"})},
    regions={
        "world": Term("world", None, {"en": "World"}),
        "europe": Term("europe", "world", {"en": "Europe", "nl": "Europa"}),
        "western-europe": Term("western-europe", "europe", {"en": "Western Europe"}),
        "be": Term("be", "western-europe", {"en": "Belgium", "nl": "België"}),
        "africa": Term("africa", "world", {"en": "Africa"}),
    },
    organisations={"secret": Term("secret", None, {"en": "The Secret Hospital"})},
)


def view(params: SearchParams, counts: Facets, total: int = 3) -> ResultsView:
    return present(ResultPage(params, total=total, hits=(hit(),), facets=counts), VOCABULARY)


def values(results: ResultsView, name: str) -> OptionList:
    return next(group.values for group in results.filters.groups if group.name == name)


def test_groups_stand_in_the_order_of_the_facets_and_empty_ones_are_left_out() -> None:
    results = view(SearchParams(), facets(files={"yes": 1}, type={"guide": 2}, language={"nl": 1}, level={}))
    assert [group.legend for group in results.filters.groups] == ["Type", "Language", "Files"]


def test_a_value_is_a_link_that_adds_it_and_goes_back_to_the_first_page() -> None:
    option = values(view(SearchParams(q="consent", page=3), facets(type={"guide": 2})), "type").options[0]
    assert (option.label, option.count, option.selected) == ("Best-practice guide", 2, False)
    assert option.url == "/search/?q=consent&type=guide"


def test_a_chosen_value_is_a_link_that_removes_it() -> None:
    option = values(view(SearchParams(type=("guide",)), facets(type={"guide": 2})), "type").options[0]
    assert (option.selected, option.url) == (True, "/search/")


def test_labels_follow_the_reader() -> None:
    with translation.override("nl"):
        results = view(SearchParams(), facets(topic={"privacy": 1}, language={"fr": 1}))
    assert values(results, "topic").options[0].label == "Privacy en ethiek"
    assert values(results, "language").options[0].label == "Frans"


def test_a_long_list_shows_the_first_values_and_every_chosen_one() -> None:
    counts = {f"a{number}": 90 - number for number in range(60)}
    shown = values(view(SearchParams(audience=("a13", "a59")), facets(audience=counts)), "audience")
    assert [option.code for option in shown.options] == [*(f"a{number}" for number in range(8)), "a13", "a59"]
    assert (len(shown.more), shown.left_out) == (24, 26)
    assert shown.elsewhere == "/search/facet/audience/?audience=a13&audience=a59"


@pytest.mark.parametrize(("number", "filterable"), [(2, False), (12, True)])
def test_only_a_long_list_needs_a_filter_box(number: int, filterable: bool) -> None:
    (audience,) = view(SearchParams(), facets(audience={f"a{n}": 1 for n in range(number)})).filters.groups
    assert audience.filterable == filterable


def test_a_tree_begins_below_the_root_that_holds_everything() -> None:
    counts = facets(region={"world": 5, "europe": 4, "western-europe": 3, "be": 3, "africa": 1})
    results = values(view(SearchParams(), counts), "region")
    assert [option.label for option in results] == ["Europe", "Western Europe", "Belgium", "Africa"]
    assert not any(option.opened for option in results)


def test_a_branch_is_open_when_something_in_it_is_chosen() -> None:
    counts = facets(region={"world": 5, "europe": 4, "western-europe": 3, "be": 3, "africa": 1})
    europe, africa = values(view(SearchParams(region=("be",)), counts), "region").options
    assert (europe.opened, europe.selected, africa.opened) == (True, False, False)


def test_a_tree_too_large_to_come_whole_opens_where_something_is_chosen() -> None:
    regions = {"world": Term("world", None, {})}
    for north in range(10):
        regions |= {f"c{north}": Term(f"c{north}", "world", {})}
        regions |= {f"c{north}-{place}": Term(f"c{north}-{place}", f"c{north}", {}) for place in range(60)}
    page = ResultPage(SearchParams(region=("c9",)), 1, (), facets(region=dict.fromkeys(regions, 1)))
    (shown,) = (group.values for group in present(page, Vocabulary(stamp=1, regions=regions)).filters.groups)
    assert [option.code for option in shown.options if option.below] == ["c9"]
    below = shown.options[-1].below
    assert below is not None
    assert (len(below.options), len(below.more), below.left_out) == (12, 24, 24)
    assert below.elsewhere == "/search/facet/region/?region=c9"


def test_values_are_bounded_whatever_the_engine_returns_and_however_much_is_chosen() -> None:
    codes = [f"n{number}" for number in range(3000)]
    parents = {code: codes[place // 30] if place >= 30 else None for place, code in enumerate(codes)}
    terms = {code: Term(code, parent, {}) for code, parent in parents.items()}
    counts = facets(**dict.fromkeys(FACETS, dict.fromkeys(codes, 1)))
    some = tuple(codes[::100])
    page = ResultPage(SearchParams(topic=some, region=some, audience=some), 1, (), counts)
    groups = present(page, Vocabulary(stamp=1, topics=terms, regions=terms, audiences=terms)).filters.groups
    numbers = {group.name: sum(1 for _ in group.values) for group in groups}
    assert max(numbers[name] for name in FACETS if not page.params.chosen(name)) == 32
    assert max(numbers.values()) <= 64 + 3 * len(some)
    html = "".join(FacetMarkup().values(group.name, group.values) for group in groups)
    assert html.count("<bdi>") == sum(numbers.values())


def test_values_are_written_as_text_whatever_they_are_called() -> None:
    odd = Vocabulary(stamp=1, audiences={"a&b": Term("a&b", None, {"en": "<b>A & B</b>"})})
    page = ResultPage(SearchParams(q='"x'), 1, (), facets(audience={"a&b": 1234}))
    html = FacetMarkup().values("audience", present(page, odd).filters.groups[0].values)
    assert 'id="facet-audience-a&amp;b" href="/search/?q=%22x&amp;audience=a%26b"' in html
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in html
    assert ">1,234<" in html


def test_a_value_that_the_vocabulary_does_not_know_is_left_out_of_a_tree() -> None:
    assert not view(SearchParams(), facets(region={"atlantis": 2})).filters.groups


@pytest.mark.parametrize("facet", ["type", "topic", "region", "language", "audience", "level", "organisation"])
def test_an_unknown_value_is_a_chip_that_can_be_removed(facet: str) -> None:
    (chip,) = view(SearchParams().with_value(facet, "no-such-thing"), {}).chips
    assert (chip.label, chip.url) == ("no-such-thing", "/search/")


def test_a_guessed_organisation_does_not_give_its_title_away() -> None:
    results = view(SearchParams(organisation=("secret",)), facets(organisation={"hospital": 1}))
    assert [chip.label for chip in results.chips] == ["secret"]
    assert [option.label for option in values(results, "organisation").options] == ["hospital", "secret"]


def test_an_organisation_among_the_viewers_own_results_has_its_title() -> None:
    results = view(SearchParams(organisation=("secret",)), facets(organisation={"secret": 1}))
    assert [chip.label for chip in results.chips] == ["The Secret Hospital"]


def test_the_pager_shows_both_ends_and_the_neighbours() -> None:
    pager = view(SearchParams(page=10), {}, total=20 * PAGE_SIZE).pager
    assert [link.number for link in pager.links] == [1, 0, 8, 9, 10, 11, 12, 0, 20]
    assert (pager.previous_url, pager.next_url) == ("/search/?page=9", "/search/?page=11")


def test_one_page_needs_no_pager() -> None:
    assert not view(SearchParams(), {}).pager.needed


def test_the_pager_ends_where_the_engines_do() -> None:
    pager = view(SearchParams(page=LAST_PAGE), {}, total=10**9).pager
    assert (pager.links[-1].number, pager.next_url) == (LAST_PAGE, "")


def test_a_page_after_the_last_leads_back_to_the_last() -> None:
    results = view(SearchParams(page=LAST_PAGE), {}, total=30)
    assert (results.beyond, results.last_page_url) == (True, "/search/?page=2")


def test_sorting_keeps_the_question_and_goes_back_to_the_first_page() -> None:
    newest = view(SearchParams(q="consent", page=4), {}).sorts[1]
    assert (newest.label, newest.url, newest.current) == ("Newest", "/search/?q=consent&sort=newest", False)


def test_everything_without_filters_keeps_the_words() -> None:
    results = view(SearchParams(q="consent", language=("nl",), topic=("privacy",), page=2), {})
    assert results.unfiltered_url == "/search/?q=consent"


def test_a_hit_speaks_the_readers_words_and_keeps_its_own_direction() -> None:
    page = ResultPage(SearchParams(), total=1, hits=(hit(language="ar", type="case-study", region_tags=("be",)),))
    with translation.override("nl"):
        (shown,) = present(page, VOCABULARY).hits
    assert (shown.direction, shown.meta) == ("rtl", ("Hospital", "België", "Arabisch"))
