"""The engine protocol: what every engine can do, and the answer it gives."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from search.access import Access
from search.document import ResourceDocument
from search.params import PAGE_SIZE, SearchParams


class EngineError(Exception):
    """An engine could not do what it was asked; the message says what and is shown to administrators."""


class EngineUnavailable(EngineError):
    """The engine does not answer, answers too late or answers nonsense; members get the database's answer instead."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of text that matched the query (``marked``) or did not."""

    text: str
    marked: bool = False


Highlighted = tuple[Fragment, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """One found resource: its stored document, the whole title and one snippet, both with what matched marked."""

    document: ResourceDocument
    title: Highlighted
    snippet: Highlighted
    score: float = 0.0


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet and how many hits it would give under all other choices."""

    code: str
    count: int


Facets = Mapping[str, tuple[FacetValue, ...]]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of an answer. ``facets`` are sorted by count, then code; tree facets hold every level.

    ``relaxed`` says that nothing matched all words, so that these are matches of similar words or of some of them.
    ``limited`` says that the engine was out of reach and the database answered.
    """

    params: SearchParams
    total: int
    hits: tuple[Hit, ...]
    facets: Facets = field(default_factory=dict)
    relaxed: bool = False
    limited: bool = False
    engine: str = ""

    @property
    def pages(self) -> int:
        """How many pages the answer has, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))


class Engine(Protocol):
    """Answers questions from the live generation. Raises ``EngineUnavailable`` where it cannot."""

    name: str

    def search(self, params: SearchParams, access: Access) -> ResultPage:
        """Answer a question within a viewer's rights: hits, all facets with siblings kept, highlights and total."""
        ...


@dataclass(frozen=True, slots=True)
class WriteFailure:
    """A document that an engine refused, and why."""

    page_id: int
    message: str


class IndexStore(Protocol):
    """The physical generations of one engine. Every method raises ``EngineUnavailable`` when there is no answer.

    A write carries a version (``IndexClock``): a store keeps the document with the highest one, and answers a lower
    one with silence, not with an error. An equal version overwrites. Deletions are versioned alike.
    """

    engine: str

    def create(self, name: str) -> None:
        """Make an empty generation."""
        ...

    def write(
        self, name: str, documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int
    ) -> list[WriteFailure]:
        """Add, replace and delete; idempotent. Returns what was refused."""
        ...

    def refresh(self, name: str) -> None:
        """Make everything written so far visible to searches."""
        ...

    def promote(self, name: str) -> None:
        """Let searches go to this generation from now on, in one step."""
        ...

    def live(self) -> str | None:
        """Return the generation that is searched, or ``None``."""
        ...

    def names(self) -> list[str]:
        """Return every generation that exists, also forgotten ones."""
        ...

    def drop(self, name: str) -> None:
        """Delete a generation; nothing happens if it is not there."""
        ...

    def fingerprints(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield ``(page id, fingerprint)`` of every document, in any order."""
        ...
