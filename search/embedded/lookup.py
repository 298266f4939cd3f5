"""Asking the tables of words: which documents match an expression, and how well."""

import sqlite3
from functools import reduce
from operator import or_

import numpy as np
import numpy.typing as npt

from search.embedded.bitmaps import bitmap
from search.embedded.statements import MATCHING, SCORED

ANYWHERE = ("texts", "labels", "files")
Scored = npt.NDArray[np.void]  # rows of ``ROW``
ROW = np.dtype([("number", np.int64), ("score", np.float64)])


class Lookup:
    """Asks each expression of a table once, for one question."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with nothing asked."""
        self.connection = connection
        self._matching: dict[tuple[str, str], int] = {}
        self._scored: dict[tuple[str, str], Scored] = {}

    def anywhere(self, tables: tuple[str, ...], expression: str) -> int:
        """Return the set of documents that match an expression in any of the tables."""
        return reduce(or_, (self.matching(table, expression) for table in tables))

    def matching(self, table: str, expression: str) -> int:
        """Return the set of documents that match an expression in a table."""
        key = (table, expression)
        if key not in self._matching:
            scored = self._scored.get(key)
            self._matching[key] = bitmap(self._numbers(table, expression) if scored is None else scored["number"])
        return self._matching[key]

    def scored(self, table: str, expression: str) -> Scored:
        """Return the numbers of the documents that match an expression in a table, with their scores."""
        key = (table, expression)
        if key not in self._scored:
            rows = self.connection.execute(SCORED[table], [expression])
            self._scored[key] = np.fromiter(rows, dtype=ROW)
        return self._scored[key]

    def _numbers(self, table: str, expression: str) -> npt.NDArray[np.int64]:
        rows = self.connection.execute(MATCHING[table], [expression])
        return np.fromiter((number for (number,) in rows), dtype=np.int64)
