"""Years as a histogram and a range."""

import re

import pytest

from search.engine import ResultPage
from search.params import SearchParams, Years
from search.presentation.addresses import Addresses
from search.presentation.years import YearsView, years_view
from search.presentation.years_markup import years_html
from tests.scripted import facets


def years(counts: dict[str, int], params: SearchParams | None = None) -> YearsView:
    asked = params or SearchParams()
    view = years_view(ResultPage(asked, 1, (), facets(year=counts)), Addresses(asked))
    assert view is not None
    return view


def bars(view: YearsView) -> dict[str, int]:
    return {str(bar.years): bar.count for bar in view.bars}


def test_a_few_years_have_a_bar_each_also_those_between_that_hold_nothing() -> None:
    view = years({"2019": 5, "2021": 2})
    assert bars(view) == {"2019": 5, "2020": 0, "2021": 2}
    assert [(bar.height, bar.url) for bar in view.bars] == [
        (100, "/search/?year=2019"),
        (0, ""),
        (40, "/search/?year=2021"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "number", "label"),
    [
        (2017, 2026, 10, "2017"),
        (2016, 2026, 6, "2016..2017"),
        (1990, 2024, 7, "1990..1994"),
        (1900, 2024, 7, "1900..1919"),
        (1000, 9999, 9, "1000..1999"),
    ],
)
def test_many_years_share_bars_that_begin_at_round_years(first: int, last: int, number: int, label: str) -> None:
    view = years({str(first): 1, str(last): 1})
    assert (len(view.bars), next(iter(bars(view)))) == (number, label)


def test_a_chosen_range_is_looked_at_more_closely() -> None:
    counts = {str(year): 1 for year in range(1990, 2025)}
    view = years(counts, SearchParams(year=Years(2000, 2004)))
    assert list(bars(view)) == ["2000", "2001", "2002", "2003", "2004"]
    assert all(bar.selected for bar in view.bars)


def test_one_chosen_year_stays_among_the_others() -> None:
    view = years({"2019": 5, "2020": 1, "2021": 2}, SearchParams(year=Years(2020, 2020)))
    assert [bar.selected for bar in view.bars] == [False, True, False]


def test_a_bar_replaces_the_range_and_keeps_everything_else() -> None:
    view = years({"2019": 5, "2020": 1}, SearchParams(q="a", language=("nl",), year=Years(2019), page=4))
    assert view.bars[0].url == "/search/?q=a&language=nl&year=2019"


def test_the_form_carries_everything_but_the_years_and_the_page() -> None:
    view = years({}, SearchParams(q="a&b", topic=("x", "y"), every=("topic",), year=Years(None, 2019), page=4))
    assert view.carried == (("q", "a&b"), ("topic", "x"), ("topic", "y"), ("every", "topic"))
    html = years_html(view)
    assert '<input type="hidden" name="q" value="a&amp;b">' in html
    assert re.search(r'name="year_from"[^>]* value="">', html)
    assert re.search(r'name="year_to"[^>]* value="2019">', html)


def test_years_that_nobody_counted_or_chose_are_not_shown() -> None:
    assert years_view(ResultPage(SearchParams(), 1, (), facets(type={"guide": 1})), Addresses(SearchParams())) is None


def test_codes_that_are_no_years_are_passed_over() -> None:
    assert bars(years({"2019": 5, "unknown": 3, "²": 1})) == {"2019": 5}


def test_each_bar_says_its_years_and_number_in_words() -> None:
    html = years_html(years({"1990": 1234, "2024": 1}))
    assert '<span class="visually-hidden">1990–1994: 1,234 resources</span>' in html
    assert '<span class="visually-hidden">2020–2024: 1 resource</span>' in html
    assert "style=" not in html


def test_one_bar_alone_says_nothing() -> None:
    assert "<ol" not in years_html(years({"2019": 5}))
