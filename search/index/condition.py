"""Whether the index has to be rebuilt, and whether the engine suits the size of the library: said, never done unasked.

A rebuild reads everything and takes minutes; when it does so is for people to choose. That is why neither the worker
nor the site starts one by itself.
"""

import logging

from django.db import DatabaseError
from django.utils.translation import gettext as _

from search.engine import IndexStore, StoreCondition
from search.engines import get_store
from search.index.models import IndexGeneration
from search.index.predicate import indexable_ids

logger = logging.getLogger(__name__)

State = IndexGeneration.State

# The embedded engine keeps an entry of every document in the memory of every process and counts facets in Python: at
# ten thousand documents nobody notices, at a hundred thousand a page takes ten times as long.
MANY_DOCUMENTS = 50_000


def reason_to_rebuild(store: IndexStore, condition: StoreCondition | None = None) -> str:
    """Return why the index has to be built anew, in a sentence; empty where it need not.

    One query; with ``condition``, what the store says of itself counts more than the register.
    """
    rows = list(IndexGeneration.objects.filter(engine=store.engine, state__in=(State.LIVE, State.RETIRED)))
    live = next((row for row in rows if row.state == State.LIVE), None)
    if live is None or live.version != store.version:
        if any(row.version != store.version for row in rows):
            return _("The index was built by another version of the site, which this one cannot use.")
        return _("There is no index yet.")
    if condition and condition.live != live.name:
        return _("The index that was in use is gone, or another one was put in its place.")
    if (condition.signature if condition else live.signature) != store.signature:
        return _("The fields or the analysis of texts have changed since the index was built.")
    return ""


def too_many_for(store: IndexStore) -> bool:
    """Tell whether the library has outgrown the embedded engine. One query, none for another engine."""
    return store.engine == "embedded" and indexable_ids().count() >= MANY_DOCUMENTS


def log_condition() -> None:
    """Write to the log what a start-up check would say; a database that is not ready has nothing to say."""
    try:
        store = get_store()
        if reason := reason_to_rebuild(store):
            logger.warning("%s Run rebuild_index.", reason)
    except DatabaseError:
        logger.debug("The register of generations cannot be read yet.")
