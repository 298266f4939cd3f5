"""The generations of the embedded engine: writing documents, deletions and the live pointer."""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cached_property

from search.document import ResourceDocument
from search.embedded.entries import entry_text
from search.embedded.generations import (
    built_with,
    changing,
    create_generation,
    delete_generation,
    generation_names,
    point_to,
    reading,
    usable_live_generation,
)
from search.embedded.schema import FORMAT, PASSAGE_BITS, SCHEMA
from search.embedded.statements import LAST_CHANGE, OPTIMIZE
from search.embedded.writing import delete_document, document_words, passage_words, put_document
from search.engine import StoreCondition, WriteFailure
from search.signature import digest, sample_documents

# Each document counts its passages in their range. Counted all at once and looked up, they would be gone through anew
# for every document.
FINGERPRINTS = """
SELECT page_id, iif(passages = (
    SELECT count(*) FROM passages WHERE passages.id BETWEEN documents.id << :bits AND (documents.id + 1 << :bits) - 1
), fingerprint, '')
FROM documents WHERE fingerprint IS NOT NULL
"""


class EmbeddedStore:
    """One SQLite file for each generation in ``SEARCH_INDEX_DIR``, and a pointer to the live one."""

    engine = "embedded"
    version = str(FORMAT)
    writes_at_once = 1  # a file has one writer

    @cached_property
    def signature(self) -> str:
        """Return a digest of the tables and of what the analysis makes of samples."""
        return digest((SCHEMA, *(part for one in sample_documents() for part in _analysed(one))))

    def condition(self) -> StoreCondition:
        """Return the version of SQLite, and the size and signature of the live generation."""
        server, live = f"SQLite {sqlite3.sqlite_version}", self.live()
        if live is None:
            return StoreCondition(server, None)
        with reading(live) as connection:
            (documents,) = connection.execute("SELECT count(fingerprint) FROM documents").fetchone()
            return StoreCondition(server, live, documents, built_with(connection))

    def create(self, name: str) -> None:
        """Make an empty generation. Raises ``EngineError`` when there is one of that name."""
        create_generation(name, self.signature)

    def write(
        self, name: str, documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int
    ) -> list[WriteFailure]:
        """Add, replace and delete in one transaction; what is stored under a higher version stays."""
        failures: list[WriteFailure] = []
        with changing(name) as connection:
            change = connection.execute(LAST_CHANGE).fetchone()[0] + 1
            for document in documents:
                try:
                    put_document(connection, document, version, change)
                except (TypeError, ValueError) as error:  # half of a surrogate pair cannot be written as UTF-8
                    failures.append(WriteFailure(document.page_id, str(error)))
            for page_id in deletions:
                delete_document(connection, page_id, version, change)
        return failures

    def refresh(self, name: str) -> None:
        """Do nothing: what is committed is visible."""

    def promote(self, name: str) -> None:
        """Merge the generation's words into one segment, which searches read fastest, and point to it."""
        with changing(name) as connection:
            for statement in OPTIMIZE:
                connection.execute(statement)
        point_to(name)

    def live(self) -> str | None:
        """Return the generation that is searched; ``None`` where there is none that can be read."""
        return usable_live_generation()

    def names(self) -> list[str]:
        """Return every generation that has a file."""
        return generation_names()

    def drop(self, name: str) -> None:
        """Delete a generation; nothing happens if it is not there."""
        delete_generation(name)

    def fingerprints(self, name: str) -> Iterator[tuple[int, str]]:
        """Return ``(page id, fingerprint)`` of every document, in the order they came; none where passages are lost."""
        with reading(name) as connection:
            return iter(connection.execute(FINGERPRINTS, {"bits": PASSAGE_BITS}).fetchall())


def _analysed(document: ResourceDocument) -> Iterator[str]:
    yield entry_text(document)
    found = passage_words(document)
    for tokens in (*document_words(document, found).values(), *found):
        yield from tokens
