"""The pager and the orders as HTML."""

from search.presentation.pager import PageLink, Pager, SortLink
from search.presentation.pager_markup import pager_html, sorts_html

HERE, FAR = PageLink(1, "?q=a", current=True), PageLink(1500, "?q=a&page=1500")


def test_the_current_page_is_no_link_and_pages_left_out_are_a_gap() -> None:
    html = pager_html(Pager((HERE, PageLink(0), FAR), "", "?q=a&page=2"))
    assert '<span aria-current="page"><span class="visually-hidden">Page </span>1</span>' in html
    assert '<span class="pager-gap" aria-hidden="true">…</span>' in html
    assert '<a href="?q=a&amp;page=1500"><span class="visually-hidden">Page </span>1,500</a>' in html


def test_there_is_no_link_to_a_page_before_the_first() -> None:
    html = pager_html(Pager((HERE, FAR), "", "?q=a&page=2"))
    assert 'rel="prev"' not in html
    assert '<a href="?q=a&amp;page=2" rel="next">Next</a>' in html


def test_the_order_in_force_is_marked_and_addresses_are_escaped() -> None:
    html = sorts_html(
        [SortLink("Best match", "?q=<b>", current=True), SortLink("Newest", "?sort=newest", current=False)]
    )
    assert '<a href="?q=&lt;b&gt;" rel="nofollow" aria-current="true">Best match</a>' in html
    assert '<a href="?sort=newest" rel="nofollow">Newest</a>' in html
