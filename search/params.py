"""SearchParams: one question, as a value with an inverse."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, Self, get_args

from django.http import QueryDict

Sort = Literal["relevance", "newest", "title"]
SORTS: tuple[Sort, ...] = get_args(Sort)

MAX_QUERY_CHARACTERS = 300  # longer than any question people ask; a pasted page is cut, not refused
MAX_VALUES = 50  # per facet; nobody ticks more, and a longer list is an attack
MAX_VALUE_CHARACTERS = 100
PAGE_SIZE = 20
LAST_PAGE = 500  # 10,000 hits: what Elasticsearch pages through (index.max_result_window)

FACETS = ("type", "topic", "region", "language", "audience", "level", "organisation", "year", "files")
TREE_FACETS = frozenset({"topic", "region"})


@dataclass(frozen=True, slots=True)
class SearchParams:
    """What a member asks for. Facet fields carry the names they have in addresses; values are slugs and codes.

    ``year`` holds four-digit strings, ``files`` is ``("yes",)`` for resources with a file.
    """

    q: str = ""
    type: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    level: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
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
            **{name: clean_values(query.getlist(name)) for name in FACETS},
        )

    def to_querystring(self) -> str:
        """Return the address part after ``?``; the inverse of ``from_query``, without defaults."""
        query = QueryDict(mutable=True)
        for name, value in self._set_fields().items():
            query.setlist(name, [str(item) for item in (value if isinstance(value, tuple) else (value,))])
        return query.urlencode()

    def _set_fields(self) -> Mapping[str, object]:
        values = {field.name: (getattr(self, field.name), field.default) for field in fields(self)}
        return {name: value for name, (value, default) in values.items() if value != default}

    def chosen(self, facet: str) -> tuple[str, ...]:
        """Return the values chosen in a facet."""
        values: tuple[str, ...] = getattr(self, facet)
        return values

    def with_value(self, facet: str, value: str) -> Self:
        """Return the question with one more value chosen, on the first page."""
        return self._choosing(facet, clean_values([*self.chosen(facet), value]))

    def without_value(self, facet: str, value: str) -> Self:
        """Return the question with a value no longer chosen, on the first page."""
        return self._choosing(facet, tuple(v for v in self.chosen(facet) if v != value))

    def without_facet(self, facet: str) -> Self:
        """Return the question with nothing chosen in a facet, on the first page."""
        return self._choosing(facet, ())

    def _choosing(self, facet: str, values: tuple[str, ...]) -> Self:
        changes: dict[str, Any] = {facet: values, "page": 1}
        return replace(self, **changes)

    def on_page(self, page: int) -> Self:
        """Return the same question on another page."""
        return replace(self, page=page)

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """Every chosen ``(facet, value)``, in the order of the facets."""
        return tuple((facet, value) for facet in FACETS for value in self.chosen(facet))

    @property
    def offset(self) -> int:
        """How many hits stand before this page."""
        return (self.page - 1) * PAGE_SIZE


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
