"""Shelf: one engine with its store, as the contract suite speaks of it."""

from typing import Any
from uuid import uuid4

from django.conf import settings

from search.access import VISITOR, Access
from search.document import ResourceDocument
from search.engine import Ask, Engine, IndexStore, ResultPage
from search.engines import get_engine, get_store
from search.params import SearchParams
from search.question.ask import ask


class Shelf:
    """A fresh engine and its store; every generation made here goes with ``clear``."""

    def __init__(self, name: str) -> None:
        """Build both without the cache of ``search.engines``: settings differ between shelves."""
        self.engine: Engine = get_engine.__wrapped__(name)
        self.store: IndexStore = get_store.__wrapped__(name)

    def new_generation(self) -> str:
        """Create an empty generation and return its name."""
        name = f"{settings.ELASTICSEARCH_PREFIX}-{uuid4().hex[:8]}"
        self.store.create(name)
        return name

    def hold(self, *documents: ResourceDocument) -> str:
        """Make a generation of these documents the one that is searched, and return its name."""
        name = self.new_generation()
        assert self.store.write(name, documents, [], version=1) == []
        self.store.refresh(name)
        self.store.promote(name)
        return name

    def search(self, q: str = "", access: Access = VISITOR, reader: str = "en", **choices: Any) -> ResultPage:
        """Ask, as a visitor with an English interface if nothing else is said."""
        (page,) = self.engine.search([Ask(SearchParams(q=q, **choices), ask(q, reader))], access)
        return page

    def documents(self, q: str = "") -> list[ResourceDocument]:
        """Ask for hits as they are stored, and return their documents."""
        (page,) = self.engine.search([Ask(SearchParams(q=q), ask(q, "en"), "hits")], VISITOR)
        return [hit.document for hit in page.hits]

    def found(self, q: str = "", access: Access = VISITOR, **choices: Any) -> list[int]:
        """Ask and return the page ids of the hits in their order."""
        return [hit.document.page_id for hit in self.search(q, access, **choices).hits]

    def counts(self, facet: str, q: str = "", access: Access = VISITOR, **choices: Any) -> dict[str, int]:
        """Ask and return the counts of one facet by code, in their order."""
        return dict(self.search(q, access, **choices).facets[facet])

    def clear(self) -> None:
        """Drop every generation."""
        for name in self.store.names():
            self.store.drop(name)
