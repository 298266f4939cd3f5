"""The catalogue: every entry of a generation, and for each facet value the set of its documents.

Each process keeps one in memory, as a value that is never changed; a reader who finds that the index has changed makes
the next one from it and what is new.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from typing import Self

import numpy as np

from search.embedded.bitmaps import Numbers, bitmap
from search.embedded.entries import Entry, read_entry
from search.embedded.statements import LAST_CHANGE
from search.params import Sort, Years

Sets = Mapping[str, Mapping[str, int]]  # facet → code → bitmap of document numbers
CHANGED = "SELECT id, page_id, entry FROM documents WHERE change > ?"


@dataclass(frozen=True)
class Catalogue:
    """Entries by document number and sets by facet and code, as of one change of one generation."""

    identity: str
    change: int = 0
    entries: Mapping[int, Entry] = field(default_factory=dict)
    sets: Sets = field(default_factory=dict)

    def current(self, connection: sqlite3.Connection) -> Self:
        """Return the catalogue as the connection sees the index; itself when nothing was written since."""
        (identity,) = connection.execute("SELECT identity FROM generation").fetchone()
        (change,) = connection.execute(LAST_CHANGE).fetchone()
        if identity != self.identity:  # another generation, perhaps of the same name
            return type(self)(identity)._with_changes(connection, change)
        return self._with_changes(connection, change) if change > self.change else self

    def _with_changes(self, connection: sqlite3.Connection, change: int) -> Self:
        rows = connection.execute(CHANGED, [self.change])
        changed = {number: read_entry(page_id, stored) for number, page_id, stored in rows}
        added = {number: entry for number, entry in changed.items() if entry is not None}
        kept = {number: entry for number, entry in self.entries.items() if number not in changed}
        return type(self)(self.identity, change, kept | added, _merged(self.sets, bitmap(changed), added))

    @cached_property
    def everything(self) -> int:
        """The set of all documents."""
        return bitmap(self.entries)

    def any_of(self, facet: str, codes: Iterable[str]) -> int:
        """Return the set of documents with any of these values in a facet."""
        sets = self.sets.get(facet, {})
        return reduce(or_, (sets.get(code, 0) for code in codes), 0)

    def in_years(self, years: Years) -> int:
        """Return the set of documents of these years."""
        return self.any_of("year", (code for code in self.sets.get("year", {}) if int(code) in years))

    def only(self, page_id: int) -> int:
        """Return the set of one document, or of none."""
        number = self.numbers.get(page_id)
        return 0 if number is None else 1 << number

    def in_order(self, sort: Sort) -> Numbers:
        """Return all documents in an order; by relevance nothing is known here, so the newest come first."""
        if sort == "title":
            return self.by_title
        return self.most_used if sort == "used" else self.newest_first

    @cached_property
    def numbers(self) -> Mapping[int, int]:
        """Document numbers by page id."""
        return {entry.page_id: number for number, entry in self.entries.items()}

    @cached_property
    def size(self) -> int:
        """One more than the highest document number."""
        return self.everything.bit_length()

    @cached_property
    def newest_first(self) -> Numbers:
        """All documents by date and page id, both falling."""
        entries = self.entries
        return _numbers(sorted(entries, key=lambda n: (entries[n].published_at, entries[n].page_id), reverse=True))

    @cached_property
    def most_used(self) -> Numbers:
        """All documents by uses, those with equal ones the newest first."""
        return _numbers(sorted(self.newest_first.tolist(), key=lambda n: self.entries[n].uses, reverse=True))

    @cached_property
    def by_title(self) -> Numbers:
        """All documents by folded title and page id."""
        entries = self.entries
        return _numbers(sorted(entries, key=lambda n: (entries[n].title_key, entries[n].page_id)))


def _numbers(numbers: list[int]) -> Numbers:
    return np.array(numbers, dtype=np.int64)


def _merged(sets: Sets, changed: int, added: Mapping[int, Entry]) -> Sets:
    """Return the sets without the changed documents, and with the added ones where they belong now."""
    merged = {facet: {code: old & ~changed for code, old in codes.items()} for facet, codes in sets.items()}
    members: dict[tuple[str, str], list[int]] = defaultdict(list)
    for facet, code, number in _memberships(added.items()):
        members[facet, code].append(number)
    for (facet, code), numbers in members.items():
        of_facet = merged.setdefault(facet, {})
        of_facet[code] = of_facet.get(code, 0) | bitmap(numbers)
    return merged


def _memberships(entries: Iterable[tuple[int, Entry]]) -> Iterator[tuple[str, str, int]]:
    for number, entry in entries:
        for facet, codes in entry.values.items():
            for code in codes:
                yield facet, code, number
