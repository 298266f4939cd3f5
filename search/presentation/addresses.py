"""Addresses of results pages: written out once a page, then continued, since a page links to a hundred of them."""

from dataclasses import replace
from functools import cache, cached_property, lru_cache
from urllib.parse import quote_plus

from django.urls import reverse

from search.params import SearchParams, Sort, Years

USUAL: Sort = "relevance"
DIRECTORY = "/organisations/"  # a page that stands once and for all


@cache
def search_path() -> str:
    """Return the path of the results page; it stands once and for all, and a page names it ten times."""
    return reverse("search")


@cache
def facet_path(facet: str) -> str:
    """Return the path of the page of all values of a facet, one of ``FACETS``."""
    return reverse("facet", args=[facet])


def search_url(params: SearchParams) -> str:
    """Return the address of the results page that answers a question."""
    query = params.to_querystring()
    return f"{search_path()}?{query}" if query else search_path()


def inside_url(page_id: int, query: str) -> str:
    """Return the address of the places inside the files of one resource."""
    return f"{reverse('inside', args=[page_id])}?q={quote_plus(query)}"


def continued(url: str) -> str:
    """Return an address to which a parameter can be added."""
    return f"{url}&" if "?" in url else f"{url}?"


@lru_cache(maxsize=4096)
def quoted(code: str) -> str:
    """Return a value as it stands in an address; a page needs the same hundred again and again."""
    return quote_plus(code)


class Addresses:
    """The addresses around one question: one value more, one value less, another page, another order."""

    def __init__(self, params: SearchParams) -> None:
        self.params = params
        self._query = params.on_page(1).to_querystring()
        self.first_page = f"{search_path()}?{self._query}" if self._query else search_path()
        self._continued = continued(self.first_page)

    def with_value(self, facet: str, code: str) -> str:
        """Return the address of the question with one value more, on the first page."""
        return f"{self._continued}{facet}={quoted(code)}"

    def without_value(self, facet: str, code: str) -> str:
        """Return the address of the question with one value less, on the first page."""
        return search_url(self.params.without_value(facet, code))

    def values_of(self, facet: str) -> str:
        """Return the address of all values of a facet under the question."""
        return f"{facet_path(facet)}?{self._query}"

    @cached_property
    def _years_continued(self) -> str:
        return continued(search_url(self.params.without_year()))

    def in_years(self, years: Years) -> str:
        """Return the address of the question about other years, on the first page."""
        return f"{self._years_continued}year={years}"

    def combining(self, facet: str, *, every: bool) -> str:
        """Return the address of the question that wants all chosen values of a facet, or any of them."""
        kept = tuple(name for name in self.params.every if name != facet)
        return search_url(replace(self.params, every=(*kept, facet) if every else kept, page=1))

    def in_languages(self, codes: tuple[str, ...]) -> str:
        """Return the address of the question in these languages and no others, on the first page."""
        return search_url(replace(self.params, language=codes, page=1))

    def page(self, number: int) -> str:
        """Return the address of a page of the answer, from 1."""
        return f"{self._continued}page={number}" if number > 1 else self.first_page

    @cached_property
    def _usual_order(self) -> str:
        return search_url(replace(self.params, sort=USUAL, page=1))

    def sorted_by(self, order: Sort) -> str:
        """Return the address of the answer in another order, on the first page."""
        return self._usual_order if order == USUAL else f"{continued(self._usual_order)}sort={order}"
