"""System checks of search: an index that has to be rebuilt, an engine that is too small.

Both read the database, so they run with ``migrate`` and with ``check --database default``.
"""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import DatabaseError, transaction

from search.engines import get_store
from search.index.condition import MANY_DOCUMENTS, reason_to_rebuild, too_many_for


def connect() -> None:
    """Register the checks; called once when the app is ready."""
    register(check_index_condition, Tags.database)


def check_index_condition(
    app_configs: Sequence[AppConfig] | None, databases: Sequence[str] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """Warn about the index; a database without its tables, such as a new one, is no matter of search."""
    if not databases:
        return []
    try:
        with transaction.atomic():
            return _warnings()
    except DatabaseError:
        return []


def _warnings() -> list[CheckMessage]:
    store = get_store()
    found: list[CheckMessage] = []
    if reason := reason_to_rebuild(store):
        found.append(
            Warning(
                reason,
                hint="Run manage.py rebuild_index. Until then members get what the old index, or the database, finds.",
                id="search.W001",
            )
        )
    if too_many_for(store):
        found.append(
            Warning(
                f"The embedded search engine serves {MANY_DOCUMENTS:,} documents or more.",
                hint="Set ELASTICSEARCH_URL, then run manage.py rebuild_index: the embedded engine is made for less.",
                id="search.W002",
            )
        )
    return found
