"""Counting what searches with these filters would find: keys of resources as sets, two or three SQL queries in all.

Sets in memory rather than a count for each cell: what is about two countries of a region counts once in it, and a
database that counts differing keys in groups takes three times as long as reading them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from search.access import Access
from search.coverage.axes import Asked, Axis
from search.index.predicate import indexable_resources
from search.visibility import visible
from search.vocabulary.snapshot import Vocabulary

FIELDS = {"topic": "topics__slug", "region": "regions__code"}
Keys = set[int]


class Counter:
    """The resources that a viewer finds about a region, and about a topic if one is asked for."""

    def __init__(self, asked: Asked, access: Access, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._published = visible(indexable_resources(), access)
        self._by_code = {"region": self._below("region", asked.region), "topic": self._below("topic", asked.topic)}
        self.all = set[int]().union(*self._by_code["region"].values())
        if asked.topic:
            self.all &= set[int]().union(*self._by_code["topic"].values())

    def languages(self) -> dict[str, Keys]:
        """Return the languages of what there is; one SQL query."""
        found: dict[str, Keys] = defaultdict(set)
        for key, language in self._published.order_by().values_list("pk", "language"):
            if key in self.all:
                found[language].add(key)
        self._by_code["language"] = found
        return found

    def of(self, axis: Axis) -> Mapping[str, Keys]:
        """Return what there is of each value of a side."""
        by_code = self._by_code[axis.facet]
        if axis.facet == "language":
            return by_code
        values = {code: set[int]() for code in axis.codes}
        for code, keys in by_code.items():
            for above in values.keys() & set(self.vocabulary.ancestors(axis.facet, code)):
                values[above] |= keys & self.all
        return values

    def _below(self, facet: str, top: str) -> dict[str, Keys]:
        """Return what carries a term at or below another one, or any term; one SQL query."""
        field, terms = FIELDS[facet], self.vocabulary.terms(facet)
        codes = [code for code in terms if not top or top in self.vocabulary.ancestors(facet, code)]
        carried: Any = self._published.order_by()
        if len(codes) < len(terms):
            carried = carried.filter(**{f"{field}__in": codes})
        return _grouped(carried.values_list("pk", field))


def _grouped(rows: Iterable[tuple[int, str | None]]) -> dict[str, Keys]:
    found: dict[str, Keys] = defaultdict(set)
    for key, code in rows:
        if code is not None:
            found[code].add(key)
    return found
