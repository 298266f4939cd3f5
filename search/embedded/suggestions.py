"""Titles that have the words begun so far, one letter of each perhaps wrong."""

import json
import sqlite3
from collections.abc import Iterator

from search.embedded.expressions import all_of, any_of
from search.embedded.lexicon import Lexicon
from search.engine import SuggestedTitle
from search.languages import SHORT_WORD
from search.words import fold, question_words, split_words

MAX_BEGUN = 8  # words; more are a title pasted
MOST_SIMILAR = 20  # words that a beginning may have been meant to be
BATCH = 50  # titles read at once: of a few hidden ones another is seldom needed

BEST = "SELECT rowid FROM titles WHERE titles MATCH ? ORDER BY bm25(titles, 1.0, 0.0)"
SHOWN = "SELECT id, page_id, stored FROM documents WHERE stored IS NOT NULL AND id IN (SELECT value FROM json_each(?))"


def suggested_titles(
    text: str, limit: int, connection: sqlite3.Connection, lexicon: Lexicon, visible: int
) -> tuple[SuggestedTitle, ...]:
    """Return the best titles within a set of documents: those with every word as typed, then with similar ones."""
    typed = (part for word in question_words(text) for part in split_words(fold(word)))
    words = list(dict.fromkeys(typed))[:MAX_BEGUN]
    numbers = _numbers(words, limit, connection, lexicon, visible) if words else []
    return tuple(_titles(connection, numbers))


def _numbers(words: list[str], limit: int, connection: sqlite3.Connection, lexicon: Lexicon, visible: int) -> list[int]:
    found = _best(connection, all_of(map(_begun, words)), visible, limit)
    if len(found) < limit:
        similar = all_of(any_of([_begun(word), *_similar(word, lexicon)]) for word in words)
        found += _best(connection, similar, visible, 2 * limit)
    return list(dict.fromkeys(found))[:limit]


def _best(connection: sqlite3.Connection, expression: str, visible: int, limit: int) -> list[int]:
    rows, found = connection.execute(BEST, [f"words : {expression}"]), list[int]()
    while len(found) < limit and (batch := rows.fetchmany(BATCH)):
        found += [number for (number,) in batch if visible >> number & 1]
    return found[:limit]


def _begun(word: str) -> str:
    """Return what matches a beginning; a whole word counts twice."""
    return f'("{word}"* OR "{word}")'


def _similar(word: str, lexicon: Lexicon) -> Iterator[str]:
    if len(word) >= SHORT_WORD:
        yield from (f'"{other}"' for other in lexicon.nearly_begun(word, MOST_SIMILAR))


def _titles(connection: sqlite3.Connection, numbers: list[int]) -> Iterator[SuggestedTitle]:
    rows = {number: (page_id, stored) for number, page_id, stored in connection.execute(SHOWN, [json.dumps(numbers)])}
    for page_id, text in (rows[number] for number in numbers if number in rows):
        stored = json.loads(text)
        yield SuggestedTitle(page_id, stored["type"], stored["title"], stored["url"], stored["language"])
