"""The search inside the CMS: Wagtail's own database search, for whichever database is in force.

Member search is elsewhere (``search/service.py``); this one lists pages, files, people and terms for their editors.
"""

from typing import Any

from django.db import connection
from modelsearch.backends.base import BaseSearchBackend


def admin_search_backend(params: dict[str, Any]) -> BaseSearchBackend:
    """Return the backend for the database; raises ``ImportError`` for one that is not supported."""
    if connection.vendor == "postgresql":
        from search.admin_backend.postgres import PostgresAdminSearchBackend

        return PostgresAdminSearchBackend(params)
    from search.admin_backend.sqlite import SQLiteAdminSearchBackend

    return SQLiteAdminSearchBackend(params)


AdminSearchBackend = admin_search_backend  # what WAGTAILSEARCH_BACKENDS names; only ever called
