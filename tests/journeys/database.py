"""The database of the journeys: the live server commits to it, so it is put back as it was when a module ends."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Site

from search.vocabulary.snapshot import forget_vocabulary


@contextmanager
def database_put_back() -> Iterator[None]:
    """Keep a copy in memory and write it back at the end, whatever was committed meanwhile (some milliseconds).

    For SQLite, on which the journeys run; a server's threads must have ended before the end.
    """
    names = connection.settings_dict
    if connection.vendor != "sqlite" or names["NAME"] != names["TEST"]["NAME"]:
        raise RuntimeError(f"The journeys run on a test database of SQLite, not on {names['NAME']}.")
    connection.ensure_connection()
    with closing(sqlite3.connect(":memory:")) as copy:
        connection.connection.backup(copy)
        _forget_what_is_cached()
        try:
            yield
        finally:
            connection.close()
            connection.ensure_connection()
            copy.backup(connection.connection)
            _forget_what_is_cached()


def _forget_what_is_cached() -> None:
    ContentType.objects.clear_cache()
    Site.clear_site_root_paths_cache()
    forget_vocabulary()
