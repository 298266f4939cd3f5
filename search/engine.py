"""The engine protocol: what every engine can do, and the answer it gives."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from search.access import Access
from search.document import Passage, ResourceDocument
from search.guidance import Guidance
from search.params import PAGE_SIZE, SearchParams
from search.question.nodes import Question


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

SCRATCH = "scratch-"  # begins the names of generations that are made to be measured: never listed, pruned or live

PASSAGES_SHOWN = 3
PASSAGES_INSIDE = 50  # of one resource: more than anybody reads through


Detail = Literal["page", "hits", "total"]
Values = tuple[tuple[str, tuple[str, ...]], ...]  # codes by facet

MAX_FACET_VALUES = 1_000  # of each facet in an answer; every country of the world with its regions is 280


@dataclass(frozen=True, slots=True)
class Ask:
    """One question to an engine. ``page`` wants everything a page shows, ``hits`` documents and scores only, without
    marks, ``total`` the number alone. ``size`` is how many hits. ``inside`` asks for the passages of one resource.
    ``counted`` are values whose counts a page needs, even if ``MAX_FACET_VALUES`` others of the facet have higher ones.
    """

    params: SearchParams
    question: Question
    detail: Detail = "page"
    size: int = PAGE_SIZE
    inside: int | None = None
    counted: Values = ()


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A place in a file that matched: ``passage.text`` is empty, ``sentence`` is what it says there, marked."""

    passage: Passage
    sentence: Highlighted


@dataclass(frozen=True, slots=True)
class Hit:
    """One found resource: its stored document, the whole title and one snippet, both with what matched marked.

    On a ``page`` the document may lack what is not shown: ``body``, ``parts``, labels, people. Passages it never has.

    ``passages`` are up to three places in its files (``PASSAGES_SHOWN``; up to ``PASSAGES_INSIDE`` where one resource
    is asked for), the best first; ``places`` says how many there are.
    """

    document: ResourceDocument
    title: Highlighted
    snippet: Highlighted
    score: float = 0.0
    passages: tuple[FoundPassage, ...] = ()
    places: int = 0


@dataclass(frozen=True, slots=True)
class SuggestedTitle:
    """A resource whose title has the words begun so far."""

    page_id: int
    type: str
    title: str
    url: str
    language: str


# How many hits each value of a facet would give under all other choices, by facet and code; a value without any is left
# out. Plain mappings: a page has a thousand values and shows a hundred.
Facets = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class ResultPage:
    """One page of an answer. ``facets`` are sorted by count, then code; tree facets hold every level.

    ``relaxed`` says that nothing matched all words, so that these are matches of some of them. ``limited`` says that
    the engine was out of reach and the database answered. ``correction`` is the text of the query with its mistyped
    words mended, empty where there is nothing to mend. ``guidance`` is not the engine's but the service's: ``None``
    where the answer speaks for itself.
    """

    params: SearchParams
    total: int
    hits: tuple[Hit, ...]
    facets: Facets = field(default_factory=dict)
    relaxed: bool = False
    limited: bool = False
    engine: str = ""
    correction: str = ""
    guidance: Guidance | None = None

    @property
    def pages(self) -> int:
        """How many pages the answer has, at least one."""
        return max(1, -(-self.total // PAGE_SIZE))


class Engine(Protocol):
    """Answers questions from the live generation. Raises ``EngineUnavailable`` where it cannot."""

    name: str

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        """Answer questions within a viewer's rights, all in one round trip, in their order."""
        ...

    def suggest(self, text: str, access: Access, limit: int) -> tuple[SuggestedTitle, ...]:
        """Return resources whose titles have these words, the last one begun, one letter of each perhaps wrong."""
        ...

    def related(self, page_id: int, access: Access, limit: int) -> tuple[Hit, ...]:
        """Return resources near one in content, topic and region, without itself and its translations."""
        ...


@dataclass(frozen=True, slots=True)
class WriteFailure:
    """A document that an engine refused, and why."""

    page_id: int
    message: str


@dataclass(frozen=True, slots=True)
class StoreCondition:
    """What a store says of itself: its server, the generation that is searched, and what that was built by."""

    server: str
    live: str | None
    documents: int = 0
    signature: str = ""


class IndexStore(Protocol):
    """The physical generations of one engine. Every method raises ``EngineUnavailable`` when there is no answer.

    A write carries a version (``IndexClock``): a store keeps the document with the highest one, and answers a lower
    one with silence, not with an error. An equal version overwrites. Deletions are versioned alike.

    ``version`` is that of the index's form: what was built for another one cannot be understood and is never live.
    ``signature`` sums up how documents become an index: one of another signature answers, but should be rebuilt.
    ``writes_at_once`` is how many writes to one generation gain by not waiting for each other.
    """

    engine: str
    version: str
    writes_at_once: int

    @property
    def signature(self) -> str:
        """Return a digest of the index's form and of the analysis of texts."""
        ...

    def condition(self) -> StoreCondition:
        """Return what can be said of the store now, in a few quick requests."""
        ...

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
        """Return every generation that exists, also forgotten ones, but for those called ``SCRATCH`` something."""
        ...

    def drop(self, name: str) -> None:
        """Delete a generation; nothing happens if it is not there."""
        ...

    def fingerprints(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield ``(page id, fingerprint)`` of every document, in any order."""
        ...
