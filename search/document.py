"""ResourceDocument: the one stored document; result lists are rendered from it without a query."""

import hashlib
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, Self

import orjson


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an attached file: what it says, and where.

    ``unit`` says what ``place`` counts from 1: ``page``, ``slide``, ``section``, ``sheet``, ``part``; or ``second``,
    from 0. ``label`` is the heading or the name of the sheet. ``language`` is the file's.
    """

    file: int
    name: str
    url: str
    unit: str
    place: int
    text: str
    label: str = ""
    language: str = ""


@dataclass(frozen=True)
class ResourceDocument:
    """A published resource as both engines store it. Codes and slugs as in addresses; texts are plain text.

    ``topics`` and ``regions`` hold the tagged values and everything above them, so that counts roll up and choosing
    Europe finds Belgium; ``topic_tags`` and ``region_tags`` hold the tagged values alone. ``restrictions`` are ids of
    page view restrictions, all of which a viewer must pass. ``original`` is the page id of what it was adapted from, or
    its own: translations of one resource share it. ``passages`` are searched, not read back with a hit.
    """

    page_id: int
    type: str
    title: str
    summary: str
    body: str
    parts: str
    language: str
    url: str
    organisation: str
    organisation_title: str
    topics: tuple[str, ...] = ()
    topic_tags: tuple[str, ...] = ()
    topic_labels: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    region_tags: tuple[str, ...] = ()
    region_names: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    licence: str = ""
    year: int | None = None
    published_at: str = ""  # ISO 8601, UTC; what "newest" sorts by
    starts_on: str = ""  # ISO date, events only
    files: int = 0
    cover_url: str = ""
    restrictions: tuple[int, ...] = ()
    original: int = 0
    uses: int = 0  # views and downloads of a year, what "most used" sorts by
    passages: tuple[Passage, ...] = ()

    @cached_property
    def fingerprint(self) -> str:
        """16 hexadecimal digits that differ when anything in the document does (SHA-256, shortened).

        Raises ``TypeError`` where a text cannot be written as UTF-8, such as half of a surrogate pair.
        """
        return hashlib.sha256(orjson.dumps(self.to_dict(), option=orjson.OPT_SORT_KEYS)).hexdigest()[:16]

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready values; tuples become lists. ``asdict`` of all of it would cost a third of building."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        ready = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
        return ready | {"passages": [asdict(passage) for passage in self.passages]}

    @classmethod
    def from_dict(cls, stored: dict[str, Any]) -> Self:
        """Return the document stored as ``to_dict`` gave it; unknown keys of another version are left out."""
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in stored.items()
            if key in cls.__dataclass_fields__
        }
        if "passages" in values:
            values["passages"] = tuple(Passage(**passage) for passage in values["passages"])
        return cls(**values)
