"""SearchForm reads any address, and carries along what was chosen."""

import pytest
from django.test import RequestFactory

from search.forms import SearchForm
from search.params import MAX_QUERY_CHARACTERS, SearchParams


def test_the_box_shows_the_words_that_were_asked_for() -> None:
    assert 'value="consent &amp; care"' in str(SearchForm(SearchParams(q="consent & care"))["q"])


def test_filters_and_order_travel_with_the_next_question_and_the_page_does_not() -> None:
    form = SearchForm(SearchParams(topic=("privacy",), language=("fr", "nl"), sort="newest", page=3))
    assert list(form.carried()) == [
        ("topic", "privacy"),
        ("language", "fr"),
        ("language", "nl"),
        ("sort", "newest"),
    ]


def test_the_usual_order_does_not_fill_the_address() -> None:
    assert list(SearchForm(SearchParams(q="consent")).carried()) == []


@pytest.mark.parametrize(
    "address",
    ["q=" + "x" * 5000, "page=1e9&sort=;drop", "topic=" + "a" * 500, "q=%00%01&year=--&region=%F0%9F%98%80", ""],
)
def test_no_address_is_an_error(address: str) -> None:
    form = SearchForm.from_request(RequestFactory().get(f"/search/?{address}"))
    assert len(form.params.q) <= MAX_QUERY_CHARACTERS


def test_two_boxes_on_a_page_have_fields_of_their_own() -> None:
    first, second = SearchForm(SearchParams(), prefix_id="header"), SearchForm(SearchParams(), prefix_id="page")
    assert first["q"].id_for_label != second["q"].id_for_label
