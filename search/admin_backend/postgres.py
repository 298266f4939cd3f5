"""Wagtail's search in PostgreSQL."""

from modelsearch.backends.database.postgres.postgres import PostgresSearchBackend

from search.admin_backend.words import TidyQueries


class PostgresAdminSearchBackend(TidyQueries, PostgresSearchBackend):
    """PostgreSQL's full-text search, asked for words only."""
