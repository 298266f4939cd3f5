"""Comparing the database with a generation of the index, document by document."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from search.engine import EngineUnavailable, IndexStore
from search.engines import get_store
from search.index.builder import build_documents
from search.index.models import IndexQueueEntry
from search.index.portions import MOST_PAGES, portions
from search.index.predicate import indexable_ids

Fingerprints = Mapping[int, str]


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """Page ids that are missing in the index, that should not be in it, or whose document is out of date."""

    missing: tuple[int, ...]
    extra: tuple[int, ...]
    outdated: tuple[int, ...]
    documents: int
    waiting: int

    @property
    def clean(self) -> bool:
        """Whether index and database agree, leaving out what still waits in the queue."""
        return not (self.missing or self.extra or self.outdated)

    @property
    def summary(self) -> str:
        """The figures in one line."""
        return f"{len(self.missing)} missing, {len(self.extra)} extra, {len(self.outdated)} outdated"


def check_live_index() -> IntegrityReport:
    """Compare the database with the live generation; raises ``EngineUnavailable`` when there is none."""
    store = get_store()
    live = store.live()
    if live is None:
        raise EngineUnavailable("There is no index yet; rebuild_index makes one.")
    store.refresh(live)
    return compare_generation(store, live)


def compare_generation(
    store: IndexStore,
    name: str,
    written: Fingerprints = MappingProxyType({}),
    after_batch: Callable[[], None] = lambda: None,
) -> IntegrityReport:
    """Compare one generation with the database. Pages that change meanwhile wait in the queue and are left out.

    ``written`` are fingerprints that whoever filled the generation knows from its own reading of the database: where
    the index has the same one, the document need not be built a second time.
    """
    indexed = dict(store.fingerprints(name))  # what is expected is taken out; what is left is too much
    missing: list[int] = []
    outdated: list[int] = []
    documents = 0
    for batch in portions(indexable_ids().iterator(chunk_size=MOST_PAGES)):
        found = {pk: indexed[pk] for pk in batch if pk in indexed}
        known = {pk for pk, fingerprint in found.items() if written.get(pk) == fingerprint}
        built = {document.page_id: document for document in build_documents(set(batch) - known)}
        missing += [pk for pk in built if pk not in found]
        outdated += [pk for pk in built if pk in found and found[pk] != built[pk].fingerprint]
        for pk in (*known, *built):
            indexed.pop(pk, None)
        documents += len(known) + len(built)
        after_batch()
    queued = set(IndexQueueEntry.objects.values_list("page_id", flat=True))
    return IntegrityReport(
        missing=tuple(pk for pk in missing if pk not in queued),
        extra=tuple(sorted(pk for pk in indexed if pk not in queued)),
        outdated=tuple(pk for pk in outdated if pk not in queued),
        documents=documents,
        waiting=len(queued),
    )
