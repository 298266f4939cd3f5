"""Draining the index queue: rows become documents in every generation, then go away."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db import DatabaseError
from django.db.models import F

from search.breaker import drain_breaker, engine_breaker
from search.engine import EngineError, EngineUnavailable, IndexStore, WriteFailure
from search.engines import get_store
from search.index.builder import build_documents
from search.index.models import IndexClock, IndexGeneration, IndexQueueEntry
from search.index.portions import portions
from search.index.register import State, bury_dead

logger = logging.getLogger(__name__)

BATCH = 500  # pages read and written together: some megabytes of documents
MAX_ATTEMPTS = 20  # a document that is refused this often waits for a person


class NoIndexYet(EngineUnavailable):
    """Nothing was built so far: rows wait in the queue, and ``rebuild_index`` reads every page anyway."""


@dataclass(frozen=True, slots=True)
class DrainReport:
    """How many queue rows were done and how many were refused by an engine."""

    done: int = 0
    refused: int = 0

    def __add__(self, other: "DrainReport") -> "DrainReport":
        """Add up two reports."""
        return DrainReport(self.done + other.done, self.refused + other.refused)


def drain_queue(after_batch: Callable[[], None] = lambda: None) -> DrainReport:
    """Drain every row that is there now. Raises ``EngineUnavailable`` with the rows of the failed batch kept."""
    bury_dead(get_store())
    report = DrainReport()
    for entries in _batches():
        report += _drain_batch(entries)
        after_batch()
    return report


def try_again() -> int:
    """Let rows that were refused be drained as if they were new; returns how many there are."""
    return IndexQueueEntry.objects.filter(attempts__gt=0).update(attempts=0, error="")


def drain_quietly() -> None:
    """Drain after a save; whatever goes wrong is logged and left in the queue, the save has succeeded.

    A site without an index, such as one that is being filled, is no news to anybody and costs two small queries. After
    a failure saves do not wait for the engine until a circuit breaker lets one through again. A failure to write does
    not keep searches from the engine: an index on a full disk can still be read.
    """
    try:
        if engine_breaker.is_resting() or not IndexQueueEntry.objects.exists():
            return
        if generations_to_write(get_store()) and drain_breaker.allows():
            drain_queue()
            drain_breaker.succeeded()
    except NoIndexYet as reason:
        logger.debug("The index queue was not drained: %s", reason)
    except (EngineError, DatabaseError) as error:
        drain_breaker.failed()
        logger.warning("The index queue was not drained, its rows are kept: %s", error)


def _batches() -> Iterator[list[IndexQueueEntry]]:
    """Yield rows in order; a row that stays because it was refused is not met twice."""
    last = 0
    while entries := list(
        IndexQueueEntry.objects.filter(pk__gt=last, attempts__lt=MAX_ATTEMPTS).order_by("pk")[:BATCH]
    ):
        last = entries[-1].pk
        yield entries


def _drain_batch(entries: list[IndexQueueEntry]) -> DrainReport:
    store = get_store()
    failures = {failure.page_id: failure for failure in write_pages(store, {entry.page_id for entry in entries})}
    refused = [entry.pk for entry in entries if entry.page_id in failures]
    IndexQueueEntry.objects.filter(pk__in=[entry.pk for entry in entries if entry.page_id not in failures]).delete()
    for failure in failures.values():
        rows = IndexQueueEntry.objects.filter(pk__in=refused, page_id=failure.page_id)
        rows.update(attempts=F("attempts") + 1, error=failure.message)
    return DrainReport(done=len(entries) - len(refused), refused=len(refused))


def write_pages(store: IndexStore, page_ids: set[int], only: Sequence[str] = ()) -> list[WriteFailure]:
    """Write pages as they are now into every generation that is searched or being built; returns what was refused.

    The clock ticks before the pages are read (see ``IndexClock``). The generations are looked up before the read too:
    one that is added later reads these pages itself. ``only`` names generations to write to instead.
    """
    generations = only or generations_to_write(store)
    failures: dict[int, WriteFailure] = {}
    for portion in portions(sorted(page_ids)):
        version = IndexClock.tick()
        documents = build_documents(portion)
        deletions = set(portion).difference(document.page_id for document in documents)
        for name in generations:
            failures |= {failure.page_id: failure for failure in store.write(name, documents, deletions, version)}
            store.refresh(name)
    return list(failures.values())


def generations_to_write(store: IndexStore) -> list[str]:
    """Return the generations that changes go to, the live one first, so that searches do not wait for the other.

    One of another version could not take these documents and is not searched. Raises ``NoIndexYet`` when none is left.
    """
    rows = IndexGeneration.objects.filter(engine=store.engine, version=store.version)
    found = dict(rows.filter(state__in=(State.LIVE, State.BUILDING)).values_list("state", "name"))
    if not found:
        raise NoIndexYet("There is no index that this version of the site can use; rebuild_index makes one.")
    return [found[state] for state in (State.LIVE, State.BUILDING) if state in found]
