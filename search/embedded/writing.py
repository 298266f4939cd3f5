"""Writing one document, its words and its passages, or taking all of them away."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from search.document import Passage, ResourceDocument
from search.embedded.analysis import BORDER, folded_text, labels_text, stemmed_text
from search.embedded.entries import entry_text
from search.embedded.schema import MAX_PASSAGES, PASSAGE_BITS
from search.embedded.statements import INSERT, PASSAGE_COLUMNS, PASSAGES_OF, PUT_DOCUMENT, PUT_PASSAGE, REMOVE

PLAIN_CHARACTERS = 4_000  # of a document's own texts, kept for the second look at the best hits

Tokens = tuple[str, ...]  # the columns of one row of words


def put_document(connection: sqlite3.Connection, document: ResourceDocument, version: int, change: int) -> None:
    """Store a document instead of an older one. Raises ``ValueError`` for text that cannot be written as UTF-8."""
    passages, fingerprint = document.passages[:MAX_PASSAGES], document.fingerprint
    document = replace(document, passages=passages)
    stored = json.dumps(replace(document, passages=()).to_dict())
    row = (document.page_id, version, change, fingerprint, entry_text(document), len(passages), stored)
    number = _accepted(connection, row)
    if number is None:
        return
    found = passage_words(document)
    for table, tokens in document_words(document, found).items():
        connection.execute(INSERT[table], (number, *tokens))
    connection.execute("INSERT INTO plain (id, text) VALUES (?, ?)", (number, plain_text(document)))
    for place, (passage, words) in enumerate(zip(passages, found, strict=True), number << PASSAGE_BITS):
        values = [getattr(passage, column) for column in PASSAGE_COLUMNS]
        connection.execute(PUT_PASSAGE, (place, *values))
        connection.execute(INSERT["places"], (place, *words))


def delete_document(connection: sqlite3.Connection, page_id: int, version: int, change: int) -> None:
    """Take a document away, but for the version it was deleted at."""
    _accepted(connection, (page_id, version, change, None, None, 0, None))


def passages_of(connection: sqlite3.Connection, number: int) -> Iterator[tuple[int, Passage]]:
    """Yield the stored passages of a document, by number, in their order."""
    for found, *values in connection.execute(PASSAGES_OF, passage_range(number)):
        yield found, Passage(**dict(zip(PASSAGE_COLUMNS, values, strict=True)))


def passage_range(number: int) -> tuple[int, int]:
    """Return the first and the last number that a passage of a document can have."""
    return number << PASSAGE_BITS, (number + 1 << PASSAGE_BITS) - 1


def document_words(document: ResourceDocument, found: Sequence[Tokens]) -> Mapping[str, Tokens]:
    """Return the tokens for each table that has a row a document; ``found`` are those of its passages."""
    language = document.language
    head, body = [document.title, document.summary], [document.body, document.parts]
    topics, stems = labels_text([*document.topic_labels, *document.region_names])
    words = {
        "texts": (folded_text(head), folded_text(body), stemmed_text(head, language), stemmed_text(body, language)),
        "titles": (folded_text([document.title]), stemmed_text([document.title], language)),
        "labels": (topics, stems, folded_text([document.organisation_title, *document.people])),
    }
    return words | ({"files": _one_after_another(found)} if found else {})


def passage_words(document: ResourceDocument) -> list[Tokens]:
    """Return the tokens of each passage, in its file's language, or the document's where that is not known."""
    return [
        (folded_text([passage.text]), stemmed_text([passage.text], passage.language or document.language))
        for passage in document.passages
    ]


def plain_text(document: ResourceDocument) -> str:
    """Return the beginning of a document's own texts, folded, with a space around every word."""
    whole = " ".join((document.title, document.summary, document.body, document.parts))
    return f" {folded_text([whole[:PLAIN_CHARACTERS]])} "


def _one_after_another(found: Sequence[Tokens]) -> Tokens:
    words, stems = (f" {BORDER} ".join(column) for column in zip(*found, strict=True))
    return words, stems


def _accepted(connection: sqlite3.Connection, row: tuple[object, ...]) -> int | None:
    """Write a document's row and clear away what else there is of the older one; ``None`` if there is a newer one."""
    old = connection.execute("SELECT id, stored FROM documents WHERE page_id = ?", row[:1]).fetchone()
    accepted = connection.execute(PUT_DOCUMENT, row).fetchone()
    if accepted is None:
        return None
    if old is not None and old[1] is not None:
        _clear(connection, *old)
    return int(accepted[0])


def _clear(connection: sqlite3.Connection, number: int, stored: str) -> None:
    passages = dict(passages_of(connection, number))
    old = replace(ResourceDocument.from_dict(json.loads(stored)), passages=tuple(passages.values()))
    found = passage_words(old)
    for table, tokens in document_words(old, found).items():
        connection.execute(REMOVE[table], (number, *tokens))
    for place, words in zip(passages, found, strict=True):
        connection.execute(REMOVE["places"], (place, *words))
    connection.execute("DELETE FROM passages WHERE id BETWEEN ? AND ?", passage_range(number))
    connection.execute("DELETE FROM plain WHERE id = ?", (number,))
