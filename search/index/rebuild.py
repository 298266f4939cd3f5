"""Rebuilding the index beside the one that is searched: build, replay, check, swap, prune."""

import logging
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import batched

from django.db import DatabaseError

from search.document import ResourceDocument
from search.engine import EngineError, EngineUnavailable, IndexStore, WriteFailure
from search.engines import get_store
from search.index.builder import build_documents
from search.index.drain import drain_queue, try_again, write_pages
from search.index.integrity import Fingerprints, compare_generation
from search.index.models import IndexClock, IndexGeneration, IndexQueueEntry
from search.index.portions import MOST_PAGES, portions
from search.index.predicate import indexable_ids
from search.index.register import (
    RebuildError,
    adopt_live,
    claim,
    claimed,
    give_up,
    make_live,
    open_for_writes,
    prune_quietly,
    sign_of_life,
)

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]  # (documents written, documents in all)

BATCH = 500


def rebuild_index(progress: Progress = lambda done, total: None, name: str = "") -> IndexGeneration:
    """Build a new generation and swap it in; raises ``RebuildError`` or ``EngineError``, and the old one serves on.

    ``name`` is a generation that was claimed for this rebuild beforehand.
    """
    store = get_store()
    adopt_live(store)
    generation = claimed(store, name) if name else claim(store)
    written: dict[int, str] = {}
    try:
        store.create(generation.name)
        _fill(store, generation, progress, written)
        _verify(store, generation, written)
        _swap(store, generation, len(written))
    except BaseException as error:
        swapped = _abandon(store, generation, str(error) or type(error).__name__, len(written))
        if not (swapped and isinstance(error, Exception)):
            raise
        logger.warning("The new index is in use; what went wrong after the swap: %s", error)
    prune_quietly(store)
    _write_what_was_refused()
    return generation


def has_live_index() -> bool:
    """Tell whether there is a generation to search; the register is put right on the way."""
    store = get_store()
    adopt_live(store)
    return store.live() is not None


def _fill(store: IndexStore, generation: IndexGeneration, progress: Progress, written: dict[int, str]) -> None:
    """Write every indexable page; adds to ``written`` the fingerprints of what was written, by page id.

    The next batch is read from the database while the engine works on those before, so that it never waits for one.
    """
    total = indexable_ids().count()
    open_for_writes(generation, total)
    with ThreadPoolExecutor(max_workers=store.writes_at_once) as writer:
        waiting: deque[Future[list[WriteFailure]]] = deque()
        for version, documents in _readings():
            if len(waiting) == store.writes_at_once:
                _settle(waiting.popleft())
            waiting.append(writer.submit(store.write, generation.name, documents, (), version))
            written |= {document.page_id: document.fingerprint for document in documents}
            sign_of_life(generation, len(written))
            progress(min(len(written), total), total)
        while waiting:
            _settle(waiting.popleft())


def _readings() -> Iterator[tuple[int, list[ResourceDocument]]]:
    """Yield the documents of all indexable pages in portions, each with the clock's number from before its reading."""
    for batch in portions(indexable_ids().iterator(chunk_size=MOST_PAGES)):
        version = IndexClock.tick()
        yield version, build_documents(batch)


def _settle(batch: Future[list[WriteFailure]]) -> None:
    """Wait for a batch to be written; raises ``RebuildError`` when the engine refused a document."""
    if failures := batch.result():
        raise RebuildError(
            f"{len(failures)} documents were refused, the first, of page {failures[0].page_id}: {failures[0].message}"
        )


def _verify(store: IndexStore, generation: IndexGeneration, written: Fingerprints) -> None:
    """Replay the queue and compare the new generation with the database."""
    alive = partial(sign_of_life, generation, len(written))
    _replay(store, generation, alive)
    store.refresh(generation.name)
    report = compare_generation(store, generation.name, written, alive)
    if not report.clean:
        raise RebuildError(f"The new index differs from the database: {report.summary}.")


def _replay(store: IndexStore, generation: IndexGeneration, alive: Callable[[], None]) -> None:
    """Drain the queue; where the old index takes no writes, write to the new one and leave the rows for after it."""
    try:
        drain_queue(alive)
    except EngineUnavailable as error:
        logger.warning("The index in use takes no changes, the new one is tried alone: %s", error)
        for page_ids in batched(IndexQueueEntry.objects.values_list("page_id", flat=True), BATCH):
            write_pages(store, set(page_ids), [generation.name])
            alive()


def _swap(store: IndexStore, generation: IndexGeneration, written: int) -> None:
    sign_of_life(generation, written)
    store.promote(generation.name)
    make_live(store, generation, written)


def _abandon(store: IndexStore, generation: IndexGeneration, message: str, written: int) -> bool:
    """Forget a generation that did not make it; returns whether its swap had already happened, which stands."""
    try:
        if store.live() == generation.name:
            make_live(store, generation, written)
            return True
        give_up(generation, message)
        store.drop(generation.name)
    except (EngineError, DatabaseError) as error:  # the next rebuild, or a drain in two minutes, tidies up
        logger.warning("An aborted rebuild could not be tidied up now: %s", error)
    return False


def _write_what_was_refused() -> None:
    """Try again what the index before this one refused or could not take; it is in the new one already."""
    try_again()
    try:
        drain_queue()
    except EngineError as error:
        logger.warning("The index queue was not drained, its rows are kept: %s", error)
