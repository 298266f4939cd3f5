"""SearchParams: one question, as a value with an inverse."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, Self, get_args
from urllib.parse import urlencode

from django.http import QueryDict

Sort = Literal["relevance", "newest", "used", "title"]
SORTS: tuple[Sort, ...] = get_args(Sort)

MAX_QUERY_CHARACTERS = 300  # longer than any question people ask; a pasted page is cut, not refused
MAX_VALUES = 50  # per facet; nobody ticks more, and a longer list is an attack
MAX_VALUE_CHARACTERS = 100
PAGE_SIZE = 20
LAST_PAGE = 500  # 10,000 hits: what Elasticsearch pages through (index.max_result_window)

FACETS = ("type", "topic", "region", "language", "audience", "level", "organisation", "files")
COUNTED = (*FACETS, "year")  # years are counted like a facet, and chosen as a range
TREE_FACETS = frozenset({"topic", "region"})
MANY_VALUED = frozenset({"topic", "region", "audience", "level"})  # a resource can have several: "all of" makes sense

_YEARS = re.compile(r"([0-9]{4})?(\.\.)?([0-9]{4})?", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Years:
    """A range of years, both ends included; an open end is ``None``."""

    first: int | None = None
    last: int | None = None

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Read ``2019..2024``, ``2019..``, ``..2024`` or ``2019``; ``None`` for anything else. Ends may be swapped."""
        match = _YEARS.fullmatch(text)
        if match is None or not text.strip("."):
            return None
        first, dots, last = match.groups()
        if not dots:
            return None if first is None or last else cls(int(first), int(first))
        ends = [int(end) if end else None for end in (first, last)]
        if None not in ends:
            ends.sort(key=lambda end: end or 0)
        return cls(*ends)

    def __str__(self) -> str:
        """Return the range as ``read`` takes it."""
        if self.first == self.last:
            return str(self.first)
        return f"{self.first or ''}..{self.last or ''}"

    def __contains__(self, year: int) -> bool:
        return (self.first is None or self.first <= year) and (self.last is None or year <= self.last)


@dataclass(frozen=True, slots=True)
class SearchParams:
    """What a member asks for. Facet fields carry the names they have in addresses; values are slugs and codes.

    ``files`` is ``("yes",)`` for resources with a file. ``every`` names the facets of which all chosen values are
    wanted, not any. ``exact`` asks for the words as typed: nothing is mended or relaxed.
    """

    q: str = ""
    type: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    year: Years | None = None
    every: tuple[str, ...] = ()
    exact: bool = False
    sort: Sort = "relevance"
    page: int = 1

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; whatever does not fit is cut or left out, never an error."""
        sort = query.get("sort", "")
        return cls(
            q=clean_text(query.get("q", "")),
            sort=next((known for known in SORTS if known == sort), "relevance"),
            page=clean_page(query.get("page", "1")),
            year=clean_years(query),
            every=tuple(name for name in FACETS if name in MANY_VALUED and name in query.getlist("every")),
            exact=query.get("exact") == "yes",
            **{name: clean_values(query.getlist(name)) for name in FACETS},
        )

    def to_querystring(self) -> str:
        """Return the address part after ``?``; the inverse of ``from_query``, without defaults."""
        return urlencode(list(self._set_values()))

    def _set_values(self) -> Iterator[tuple[str, str]]:
        for field in fields(self):
            value = getattr(self, field.name)
            if value != field.default:
                yield from ((field.name, _text(item)) for item in (value if isinstance(value, tuple) else (value,)))

    def chosen(self, facet: str) -> tuple[str, ...]:
        """Return the values chosen in a facet; of years the range as one value."""
        if facet == "year":
            return (str(self.year),) if self.year else ()
        values: tuple[str, ...] = getattr(self, facet)
        return values

    def with_value(self, facet: str, value: str) -> Self:
        """Return the question with one more value chosen, or with these years instead, on the first page."""
        if facet == "year":
            return replace(self, year=Years.read(value), page=1)
        return self._choosing(facet, clean_values([*self.chosen(facet), value]))

    def without_value(self, facet: str, value: str) -> Self:
        """Return the question with a value no longer chosen, on the first page."""
        if facet == "year":
            return self.without_year()
        return self._choosing(facet, tuple(v for v in self.chosen(facet) if v != value))

    def without_facet(self, facet: str) -> Self:
        """Return the question with nothing chosen in a facet, on the first page."""
        return self.without_year() if facet == "year" else self._choosing(facet, ())

    def _choosing(self, facet: str, values: tuple[str, ...]) -> Self:
        changes: dict[str, Any] = {facet: values, "page": 1}
        return replace(self, **changes)

    def on_page(self, page: int) -> Self:
        """Return the same question on another page."""
        return replace(self, page=page)

    def without_year(self) -> Self:
        """Return the question about every year, on the first page."""
        return replace(self, year=None, page=1)

    def unfiltered(self) -> Self:
        """Return the words alone, with nothing chosen, on the first page."""
        nothing: dict[str, Any] = dict.fromkeys(FACETS, ())
        return replace(self, **nothing, year=None, every=(), page=1)

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """Every chosen ``(facet, value)``, in the order of the facets."""
        return tuple((facet, value) for facet in COUNTED for value in self.chosen(facet))

    @property
    def offset(self) -> int:
        """How many hits stand before this page."""
        return (self.page - 1) * PAGE_SIZE


def clean_years(query: QueryDict) -> Years | None:
    """Return the range in ``year`` (several years: from the first to the last), or in ``year_from`` and ``year_to``."""
    named = [years for text in query.getlist("year")[:MAX_VALUES] if (years := Years.read(text.strip()))]
    if named:
        firsts, lasts = [years.first for years in named], [years.last for years in named]
        first = None if None in firsts else min(year for year in firsts if year is not None)
        return Years(first, None if None in lasts else max(year for year in lasts if year is not None))
    ends = (query.get("year_from", "").strip(), query.get("year_to", "").strip())
    return Years.read("..".join(ends)) if any(ends) else None


def _text(value: object) -> str:
    return "yes" if value is True else str(value)


def clean_text(text: str) -> str:
    """Return typed text without control characters, with single spaces, cut to ``MAX_QUERY_CHARACTERS``."""
    printable = "".join(character if character.isprintable() else " " for character in text[: MAX_QUERY_CHARACTERS * 4])
    return " ".join(printable.split())[:MAX_QUERY_CHARACTERS].strip()


def clean_values(values: Iterable[str]) -> tuple[str, ...]:
    """Return facet values in a stable order, once each, without what cannot be a code."""
    plausible = {v for v in values if 0 < len(v) <= MAX_VALUE_CHARACTERS and v.isprintable() and " " not in v}
    return tuple(sorted(plausible)[:MAX_VALUES])


def clean_page(text: str) -> int:
    """Return a page number from 1 to ``LAST_PAGE``; whatever is not a number is page 1."""
    digits = text[:12]
    number = int(digits) if digits.isascii() and digits.isdigit() else 1
    return min(max(number, 1), LAST_PAGE)
