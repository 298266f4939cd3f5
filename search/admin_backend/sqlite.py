"""Wagtail's search in SQLite, without its two traps: a double quote is an error, and ranking is quadratic.

Wagtail asks for the score of each hit in a subquery that matches everything again: 5 s for 10,000 pages. Here matches
and scores are read once, best first; then those the caller may see are kept; then one page of objects is fetched.
"""

from typing import Any

from django.db.models import F, Model
from modelsearch.backends.database.sqlite.query import BM25, MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
    SQLiteSearchResults,
)
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

from search.admin_backend.words import TidyQueries


class MatchesFirst(SQLiteSearchQueryCompiler):
    """Adds the list of what matches, best first."""

    def ranked_keys(self, config: Any) -> list[str] | None:
        """Return the keys of what matches, best first; None for a query that has no order of relevance."""
        query = normalize(self.query)
        if not self.order_by_relevance or isinstance(query, MatchAll | Not):
            return None
        match = MatchExpression(self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(query, config=config))
        entries = SQLiteFTSIndexEntry.objects.filter(
            match, index_entry__content_type__in=get_descendants_content_types_pks(self.queryset.model)
        )
        ordered = entries.annotate(key=F("index_entry__object_id"), score=BM25()).order_by("score", "-key")
        return list(ordered.values_list("key", flat=True))

    def search(self, config: Any, start: int, stop: int | None, score_field: str | None = None) -> Any:
        """Return the matching objects in no particular order, unless the caller wants scores."""
        if score_field is None and self.order_by_relevance:
            self.order_by_relevance = False
            try:
                return super().search(config, start, stop)
            finally:
                self.order_by_relevance = True
        return super().search(config, start, stop, score_field)


class WordCompiler(MatchesFirst):
    """Whole words."""


class BeginningCompiler(SQLiteAutocompleteQueryCompiler, MatchesFirst):
    """The beginning of the last word."""


class RankedResults(SQLiteSearchResults):
    """One page of objects out of the ranked matches."""

    def _do_search(self) -> list[Model]:
        compiler: MatchesFirst = self.query_compiler
        keys = None if self._score_field else compiler.ranked_keys(compiler.get_config(self.backend))
        if keys is None:
            return list(super()._do_search())
        visible = {str(pk): pk for pk in compiler.queryset.filter(pk__in=keys).values_list("pk", flat=True)}
        page = [visible[key] for key in keys if key in visible][self.start : self.stop]
        objects = {found.pk: found for found in compiler.queryset.filter(pk__in=page)}
        return [objects[pk] for pk in page if pk in objects]


class PlainIndex(SQLiteIndex):
    """Leaves out a figure that SQLite's ranking never reads, at the price of the whole table at every save."""

    def _refresh_title_norms(self, full: bool = False) -> None:
        return None


class SQLiteAdminSearchBackend(TidyQueries, SQLiteSearchBackend):
    """Wagtail's SQLite search with matches first, asked for words only."""

    query_compiler_class = WordCompiler
    autocomplete_query_compiler_class = BeginningCompiler
    results_class = RankedResults
    index_class = PlainIndex
