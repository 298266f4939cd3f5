"""An engine that answers what a test tells it to, for tests of pages; what engines find is the contract suite's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from search import reach
from search.access import Access
from search.breaker import CircuitBreaker
from search.document import Passage, ResourceDocument
from search.engine import (
    Ask,
    EngineUnavailable,
    Facets,
    FoundPassage,
    Fragment,
    Hit,
    ResultPage,
    SuggestedTitle,
)
from search.params import SearchParams
from search.vocabulary.snapshot import forget_vocabulary


@dataclass
class ScriptedEngine:
    """Gives ``answer`` to every question and remembers the questions; ``down`` makes it fail.

    ``titles`` are suggested whatever is typed, ``near`` is related to everything.
    """

    answer: ResultPage = field(default_factory=lambda: ResultPage(SearchParams(), total=0, hits=()))
    asked: list[tuple[SearchParams, Access]] = field(default_factory=list)
    titles: tuple[SuggestedTitle, ...] = ()
    near: tuple[Hit, ...] = ()
    asks: list[Ask] = field(default_factory=list)
    down: bool = False
    name: str = "scripted"

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        """Return the scripted answer as the answer to each question."""
        self.asked += [(ask.params, access) for ask in asks]
        self.asks += asks
        self._answer_or_fail()
        return tuple(replace(self.answer, params=ask.params) for ask in asks)

    def suggest(self, text: str, access: Access, limit: int) -> tuple[SuggestedTitle, ...]:
        """Return the scripted titles."""
        self._answer_or_fail()
        return self.titles[:limit]

    def related(self, page_id: int, access: Access, limit: int) -> tuple[Hit, ...]:
        """Return the scripted neighbours."""
        self._answer_or_fail()
        return self.near[:limit]

    def _answer_or_fail(self) -> None:
        if self.down:
            raise EngineUnavailable("told to be down")


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedEngine]:
    """The engine in force, for one test."""
    scripted = ScriptedEngine()
    breaker = CircuitBreaker()
    monkeypatch.setattr(reach, "get_engine", lambda: scripted)
    monkeypatch.setattr(reach, "engine_breaker", breaker)
    forget_vocabulary()
    yield scripted
    forget_vocabulary()


def facets(**counts: dict[str, int]) -> Facets:
    """Return facets as an engine gives them: ``facets(type={"guide": 3})``, in the order given."""
    return counts


def place(unit: str = "page", number: int = 12, sentence: str = "Ask before", **values: Any) -> FoundPassage:
    """Return a place in ``Consent form.pdf``; any field of its passage can be given."""
    stored: dict[str, Any] = {"file": 9, "name": "Consent form.pdf", "url": "/documents/9/consent-form.pdf", "text": ""}
    passage = Passage(unit=unit, place=number, **(stored | values))
    return FoundPassage(passage, (Fragment(sentence), Fragment("consent", marked=True)))


def hit(page_id: int = 1, **values: Any) -> Hit:
    """Return a hit on an English guide; any field of its document can be given."""
    stored: dict[str, Any] = {
        "type": "guide",
        "title": "Ask before you film",
        "summary": "Consent in five steps.",
        "body": "",
        "parts": "",
        "language": "en",
        "url": f"/organisations/hospital/{page_id}/",
        "organisation": "hospital",
        "organisation_title": "Hospital",
    }
    document = ResourceDocument(page_id=page_id, **(stored | values))
    return Hit(document, (Fragment(document.title),), (Fragment("Ask "), Fragment("before", marked=True)))
