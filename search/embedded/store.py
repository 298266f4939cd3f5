"""The generations of the embedded engine: writing documents, deletions and the live pointer."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from search.document import ResourceDocument
from search.embedded.analysis import labels_tokens, text_tokens
from search.embedded.entries import entry_text
from search.embedded.generations import (
    changing,
    create_generation,
    delete_generation,
    generation_names,
    live_generation,
    point_to,
    reading,
)
from search.embedded.schema import DELETE_WORDS, LAST_CHANGE, PUT_DOCUMENT, PUT_WORDS
from search.engine import WriteFailure


class EmbeddedStore:
    """One SQLite file for each generation in ``SEARCH_INDEX_DIR``, and a pointer to the live one."""

    engine = "embedded"

    def create(self, name: str) -> None:
        """Make an empty generation. Raises ``EngineError`` when there is one of that name."""
        create_generation(name)

    def write(
        self, name: str, documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int
    ) -> list[WriteFailure]:
        """Add, replace and delete in one transaction; what is stored under a higher version stays."""
        failures: list[WriteFailure] = []
        with changing(name) as connection:
            change = connection.execute(LAST_CHANGE).fetchone()[0] + 1
            for document in documents:
                try:
                    _put(connection, document, version, change)
                except ValueError as error:  # half of a surrogate pair cannot be written as UTF-8
                    failures.append(WriteFailure(document.page_id, str(error)))
            for page_id in deletions:
                _delete(connection, page_id, version, change)
        return failures

    def refresh(self, name: str) -> None:
        """Do nothing: what is committed is visible."""

    def promote(self, name: str) -> None:
        """Merge the generation's words into one segment, which searches read fastest, and point to it."""
        with changing(name) as connection:
            connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        point_to(name)

    def live(self) -> str | None:
        """Return the generation that is searched, or ``None``."""
        return live_generation()

    def names(self) -> list[str]:
        """Return every generation that has a file."""
        return generation_names()

    def drop(self, name: str) -> None:
        """Delete a generation; nothing happens if it is not there."""
        delete_generation(name)

    def fingerprints(self, name: str) -> Iterator[tuple[int, str]]:
        """Return ``(page id, fingerprint)`` of every document, in the order they came."""
        with reading(name) as connection:
            query = "SELECT page_id, fingerprint FROM documents WHERE fingerprint IS NOT NULL"
            return iter(connection.execute(query).fetchall())


def _put(connection: sqlite3.Connection, document: ResourceDocument, version: int, change: int) -> None:
    entry, stored = entry_text(document), json.dumps(replace(document, passages=()).to_dict())
    row = (document.page_id, version, change, document.fingerprint, entry, stored)
    accepted = connection.execute(PUT_DOCUMENT, row).fetchone()
    if accepted:
        connection.execute(PUT_WORDS, (*accepted, *_words(document)))


def _delete(connection: sqlite3.Connection, page_id: int, version: int, change: int) -> None:
    accepted = connection.execute(PUT_DOCUMENT, (page_id, version, change, None, None, None)).fetchone()
    if accepted:
        connection.execute(DELETE_WORDS, accepted)


def _words(document: ResourceDocument) -> tuple[str, ...]:
    """Return the tokens for the columns of the table ``words``, in their order."""
    language = document.language
    return (
        text_tokens([document.title], language),
        text_tokens([document.summary], language),
        labels_tokens([*document.topic_labels, *document.region_names]),
        text_tokens([document.body, document.parts], language),
        text_tokens([document.organisation_title, *document.people], ""),
    )
