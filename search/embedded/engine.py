"""The embedded engine: SQLite FTS5 in a file of its own, at the scale of one network, without a server."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock

from search.access import Access
from search.embedded.catalogue import Catalogue
from search.embedded.facets import visible_to
from search.embedded.generations import live_generation, reading
from search.embedded.grams import GramSample
from search.embedded.lexicon import Lexicon
from search.embedded.results import ENGINE, Generation, answer, related_hits
from search.embedded.suggestions import suggested_titles
from search.engine import Ask, EngineUnavailable, Hit, ResultPage, SuggestedTitle
from search.ranking import SITE, Ranking


class EmbeddedEngine:
    """Answers from the live generation, or from the one it is given.

    One object serves every thread; what it keeps is replaced, never changed.
    """

    name = ENGINE

    def __init__(self, generation: str | None = None, ranking: Ranking = SITE) -> None:
        """Begin with nothing in memory. Another generation and ranking than the site's are there to be measured."""
        self._generation = generation
        self._ranking = ranking
        self._catalogue = Catalogue(identity="")
        self._sample = GramSample(identity="")
        self._lexicon = Lexicon()
        self._lock = Lock()  # after a change the first reader brings memory up to date, the others wait for it

    def search(self, asks: Sequence[Ask], access: Access) -> tuple[ResultPage, ...]:
        """Answer questions, all from the index of one moment. Raises ``EngineUnavailable``."""
        with self._opened() as generation:
            return tuple(answer(generation, ask, access) for ask in asks)

    def suggest(self, text: str, access: Access, limit: int) -> tuple[SuggestedTitle, ...]:
        """Return resources by the beginnings of the words in their titles."""
        with self._opened() as generation:
            visible = visible_to(access, generation.catalogue)
            return suggested_titles(text, limit, generation.connection, generation.lexicon, visible)

    def related(self, page_id: int, access: Access, limit: int) -> tuple[Hit, ...]:
        """Return resources near one; nothing where it is not in the index."""
        with self._opened() as generation:
            return related_hits(generation, page_id, access, limit)

    @contextmanager
    def _opened(self) -> Iterator[Generation]:
        name = self._generation or live_generation()
        if name is None:
            raise EngineUnavailable("There is no live search index yet; rebuild_index makes one.")
        with reading(name) as connection:
            yield self._current(connection)

    def _current(self, connection: sqlite3.Connection) -> Generation:
        with self._lock:
            self._catalogue = self._catalogue.current(connection)
            self._sample = self._sample.current(connection, self._catalogue)
            self._lexicon = self._lexicon.current(self._catalogue)
            return Generation(connection, self._catalogue, self._sample, self._lexicon, self._ranking)
