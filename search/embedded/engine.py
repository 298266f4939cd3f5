"""The embedded engine: SQLite FTS5 in a file of its own, at the scale of one network, without a server."""

import sqlite3
from collections.abc import Sequence
from threading import Lock

from search.access import Access
from search.embedded.catalogue import Catalogue
from search.embedded.generations import live_generation, reading
from search.embedded.query import Question, ask, relax
from search.embedded.results import answer, no_answer
from search.embedded.similar import Vocabulary, similar_words
from search.engine import Ask, EngineUnavailable, Hit, ResultPage, SuggestedTitle
from search.params import SearchParams
from search.ranking import SITE, Ranking


class EmbeddedEngine:
    """Answers from the live generation, or from the one it is given.

    One object serves every thread; what it keeps is replaced, never changed.
    """

    name = "embedded"

    def __init__(self, generation: str | None = None, ranking: Ranking = SITE) -> None:
        """Begin with nothing in memory. Another generation and ranking than the site's are there to be measured."""
        self._generation = generation
        self._ranking = ranking
        self._catalogue = Catalogue(identity="")
        self._vocabulary = Vocabulary(identity="", change=0, words=())
        self._lock = Lock()  # after a change the first reader brings memory up to date, the others wait for it

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        """Answer from the live generation. Raises ``EngineUnavailable``."""
        return tuple(self._page(ask.params, access) for ask in asks)

    def suggest(self, text: str, access: Access, limit: int) -> tuple[SuggestedTitle, ...]:
        """Return resources by the beginnings of the words in their titles."""
        raise NotImplementedError

    def related(self, page_id: int, access: Access, limit: int) -> tuple[Hit, ...]:
        """Return resources near one."""
        raise NotImplementedError

    def _page(self, params: SearchParams, access: Access) -> ResultPage:
        name = self._generation or live_generation()
        if name is None:
            raise EngineUnavailable("There is no live search index yet; rebuild_index makes one.")
        with reading(name) as connection:
            catalogue = self._current_catalogue(connection)
            question = ask(params.q)
            if question is None and params.q.strip():
                return no_answer(catalogue, params)
            page = answer(connection, catalogue, params, access, question)
            if page.total or question is None:
                return page
            similar = self._relaxed(connection, catalogue, question)
            second = answer(connection, catalogue, params, access, similar, relaxed=True)
            return second if second.total else page

    def _current_catalogue(self, connection: sqlite3.Connection) -> Catalogue:
        with self._lock:
            self._catalogue = self._catalogue.current(connection)
            return self._catalogue

    def _relaxed(self, connection: sqlite3.Connection, catalogue: Catalogue, question: Question) -> Question:
        with self._lock:
            if (self._vocabulary.identity, self._vocabulary.change) != (catalogue.identity, catalogue.change):
                self._vocabulary = Vocabulary.read(connection, catalogue.identity, catalogue.change)
            words = self._vocabulary.words
        return relax(question, [similar_words(word, words) for word in question.words])
