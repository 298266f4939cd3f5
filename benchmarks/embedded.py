"""The embedded engine's page against a raw FTS5 query with bm25 over the same text."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import batched
from pathlib import Path

from django.conf import settings
from django.test import Client, override_settings

from benchmarks.pages import page_of
from benchmarks.report import Line
from benchmarks.timing import in_turn, median_ratio, milliseconds, p95, seconds
from search.document import ResourceDocument
from search.engines import get_engine, get_store
from search.index.builder import build_documents
from search.index.predicate import indexable_ids
from search.index.rebuild import rebuild_index
from search.languages import STRICT_WORDS, significant_words
from search.words import split_words

GOAL = 8.0
SMALL = 10_000  # resources; the scale that the engine is made for
FEWER = 60  # questions asked of more than that, a part of each kind
STILL_ANSWERS = 2.0  # seconds; what a visitor waits for an engine before the database answers
RAW = "SELECT rowid FROM raw WHERE raw MATCH ? ORDER BY bm25(raw) LIMIT 20"


def measure_embedded(size: int, asked: Sequence[str]) -> list[Line]:
    """Build the embedded index of the same library and ask it the same questions, of a large one fewer of them."""
    if size > SMALL:
        asked = asked[:: max(1, len(asked) // FEWER)]
    with embedded():
        building = seconds(rebuild_index)
        client = Client()
        with raw_table() as table:
            pages = [partial(page_of, client, words) for words in asked]
            raw = [partial(fetch, table, words) for words in asked]
            ours, theirs = in_turn(pages, raw)
    speed = f"built at {size / building:,.0f} documents/s"
    detail = f"{len(asked)} questions; {milliseconds(ours)} and {milliseconds(theirs)}; {speed}"
    if size > SMALL:
        return [Line("embedded page, 95th percentile in s", size, p95(ours), STILL_ANSWERS, detail)]
    return [Line("embedded page ÷ raw FTS5 query, median", size, median_ratio(ours, theirs), GOAL, detail)]


@contextmanager
def embedded() -> Iterator[None]:
    """Let the embedded engine answer meanwhile."""
    with override_settings(SEARCH_ENGINE="embedded"):
        forget_engines()
        yield
    forget_engines()


def forget_engines() -> None:
    """Let the settings choose anew."""
    get_engine.cache_clear()
    get_store.cache_clear()


@contextmanager
def raw_table() -> Iterator[sqlite3.Connection]:
    """Give a table of FTS5 with all that a document says, as SQLite splits it by itself."""
    file = Path(settings.VAR_DIR) / "raw.sqlite3"
    connection = sqlite3.connect(file)
    connection.execute("CREATE VIRTUAL TABLE raw USING fts5 (text)")
    for ids in batched(indexable_ids().iterator(), 500):
        rows = ((document.page_id, whole_text(document)) for document in build_documents(ids))
        connection.executemany("INSERT INTO raw (rowid, text) VALUES (?, ?)", rows)
    connection.execute("INSERT INTO raw (raw) VALUES ('optimize')")
    connection.commit()
    yield connection
    connection.close()
    file.unlink()


def fetch(table: sqlite3.Connection, words: str) -> list[tuple[int]]:
    """Return the rows of the twenty best."""
    return table.execute(RAW, [expression(words)]).fetchall()


def whole_text(document: ResourceDocument) -> str:
    """Return everything that a document is found by."""
    labels = (*document.topic_labels, *document.region_names, *document.people, document.organisation_title)
    passages = (passage.text for passage in document.passages)
    return "\n".join((document.title, document.summary, document.body, document.parts, *labels, *passages))


def expression(words: str) -> str:
    """Return the question in FTS5's syntax: all of up to three words, any of more."""
    wanted = significant_words(split_words(words)) or ["x"]
    return (" AND " if len(wanted) <= STRICT_WORDS else " OR ").join(f'"{word}"' for word in wanted)
