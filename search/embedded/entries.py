"""Entries: what is kept in memory of each document, to filter, count and order by."""

import json
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from search.document import ResourceDocument
from search.words import fold

RESTRICTION = "restriction"  # kept like a facet; nobody can choose it


class Entry(NamedTuple):
    """A document's sort keys and its values by facet (and by ``RESTRICTION``)."""

    page_id: int
    published_at: str
    title_key: str
    uses: int
    original: int
    values: Mapping[str, Sequence[str]]


def entry_text(document: ResourceDocument) -> str:
    """Return the entry of a document as it is stored: JSON."""
    values = {facet: codes for facet, found in _values(document).items() if (codes := [code for code in found if code])}
    return json.dumps([document.published_at, fold(document.title), document.uses, document.original, values])


def read_entry(page_id: int, stored: str | None) -> Entry | None:
    """Return a stored entry, ``None`` for a deleted document."""
    if stored is None:
        return None
    published_at, title_key, uses, original, values = json.loads(stored)
    return Entry(page_id, published_at, title_key, uses, original, values)


def _values(document: ResourceDocument) -> dict[str, tuple[str, ...]]:
    return {
        "type": (document.type,),
        "topic": document.topics,
        "region": document.regions,
        "language": (document.language,),
        "audience": document.audiences,
        "level": document.levels,
        "organisation": (document.organisation,),
        "year": (str(document.year),) if document.year is not None else (),
        "files": ("yes",) if document.files else (),
        RESTRICTION: tuple(map(str, document.restrictions)),
    }
