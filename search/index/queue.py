"""Writing to the index queue: in the transaction of the change, one row per page."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction

from search.index.models import IndexQueueEntry

BATCH = 1_000


def queue_pages(page_ids: Iterable[int]) -> None:
    """Queue pages for indexing or removal; after the commit they are drained at once where settings say so."""
    entries = [IndexQueueEntry(page_id=pk) for pk in dict.fromkeys(page_ids)]
    if not entries:
        return
    IndexQueueEntry.objects.bulk_create(entries, batch_size=BATCH)
    if settings.SEARCH_DRAIN == "immediate":
        transaction.on_commit(_drain_now, robust=True)


def _drain_now() -> None:
    from search.index.drain import drain_quietly

    drain_quietly()
