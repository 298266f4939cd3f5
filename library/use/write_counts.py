"""Counts become rows: what was read and downloaded is added to the day, however many processes do so."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from django.db import connection, transaction

from library.files.models import LibraryDocument
from library.files.rights import pages_using
from library.resources.base import ResourcePage
from library.use.tally import Counted

PageDay = tuple[int, date]

# The same on SQLite and PostgreSQL. `bulk_create(update_conflicts=True)` replaces figures, where these are to add up.
ADD: Final = """
INSERT INTO library_resourceuse (resource_id, day, views, downloads) VALUES (%s, %s, %s, %s)
ON CONFLICT (resource_id, day) DO UPDATE SET
    views = library_resourceuse.views + excluded.views,
    downloads = library_resourceuse.downloads + excluded.downloads
"""


def write_counts(counts: Mapping[Counted, int]) -> None:
    """Add counts to what is there, all of them or none.

    A download counts for every published resource that uses the file, as of now. What has been deleted is left out;
    a resource that is deleted in these very moments makes the batch fail, and the next attempt leaves it out.
    """
    views = {(counted.pk, counted.day): count for counted, count in counts.items() if counted.kind == "page"}
    downloads = _of_pages({counted: count for counted, count in counts.items() if counted.kind == "file"})
    existing = _existing(page_id for page_id, _day in (*views, *downloads))
    date_of = connection.ops.adapt_datefield_value
    rows = [
        (page_id, date_of(day), views.get((page_id, day), 0), downloads[page_id, day])
        for page_id, day in sorted({*views, *downloads})  # in one order, so that no two processes wait for each other
        if page_id in existing
    ]
    if rows:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(ADD, rows)


def _of_pages(counts: Mapping[Counted, int]) -> Counter[PageDay]:
    """Return downloads by page and day."""
    files = LibraryDocument.objects.in_bulk({counted.pk for counted in counts})
    pages = {pk: list(pages_using(file).filter(live=True).values_list("pk", flat=True)) for pk, file in files.items()}
    found: Counter[PageDay] = Counter()
    for counted, count in counts.items():
        for page_id in pages.get(counted.pk, ()):
            found[page_id, counted.day] += count
    return found


def _existing(page_ids: Iterable[int]) -> set[int]:
    """Return those that are resources; the text of other pages can lead to files, too."""
    return set(ResourcePage.objects.filter(pk__in=set(page_ids)).values_list("pk", flat=True))
