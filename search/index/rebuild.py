"""Rebuilding the index beside the one that is searched: build, replay, check, swap, prune."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from search.document import ResourceDocument
from search.engine import EngineError, IndexStore, WriteFailure
from search.engines import get_store
from search.index.builder import build_documents
from search.index.drain import drain_queue
from search.index.integrity import Fingerprints, compare_generation
from search.index.models import IndexClock, IndexGeneration
from search.index.portions import MOST_PAGES, portions
from search.index.predicate import indexable_ids

State = IndexGeneration.State
Progress = Callable[[int, int], None]  # (documents written, documents in all)

DEAD_AFTER = timedelta(minutes=2)  # without a sign of life; a batch takes seconds


class RebuildError(Exception):
    """A rebuild could not start or did not end well; the old index is still the one that is searched."""


def rebuild_index(progress: Progress = lambda done, total: None) -> IndexGeneration:
    """Build a new generation and swap it in; raises ``RebuildError`` or ``EngineError``, and the old one serves on."""
    store = get_store()
    adopt_live(store)
    generation = _claim(store)
    try:
        store.create(generation.name)
        written = _fill(store, generation, progress)
        _verify(store, generation, written)
        _swap(store, generation, len(written))
    except BaseException as error:
        _abandon(store, generation, str(error) or type(error).__name__)
        raise
    prune(store)
    return generation


def has_live_index() -> bool:
    """Tell whether there is a generation to search; the register is put right on the way."""
    store = get_store()
    adopt_live(store)
    return store.live() is not None


def adopt_live(store: IndexStore) -> None:
    """Make the register agree with the store, whose pointer decides what is live after an interrupted swap."""
    live = store.live()
    with transaction.atomic():
        IndexGeneration.objects.filter(engine=store.engine, state=State.LIVE).exclude(name=live).update(
            state=State.RETIRED
        )
        IndexGeneration.objects.filter(engine=store.engine, name=live).update(state=State.LIVE)


def _claim(store: IndexStore) -> IndexGeneration:
    """Register a building generation; two at once are kept apart by the database, a dead one is replaced."""
    now = timezone.now()
    dead = IndexGeneration.objects.filter(engine=store.engine, state=State.BUILDING, heartbeat_at__lt=now - DEAD_AFTER)
    dead.update(state=State.FAILED, message="No sign of life; replaced by a later rebuild.", finished_at=now)
    try:
        with transaction.atomic():
            return IndexGeneration.objects.create(engine=store.engine, name=f"resources-{now:%Y%m%d-%H%M%S-%f}")
    except IntegrityError:
        raise RebuildError("Another rebuild is under way; wait for it, or try again in two minutes.") from None


def _fill(store: IndexStore, generation: IndexGeneration, progress: Progress) -> dict[int, str]:
    """Write every indexable page; returns the fingerprints of what was written, by page id.

    The next batch is read from the database while the engine works on the one before.
    """
    written: dict[int, str] = {}
    total = indexable_ids().count()
    with ThreadPoolExecutor(max_workers=1) as writer:
        waiting: Future[list[WriteFailure]] | None = None
        for version, documents in _readings():
            _settle(waiting)
            waiting = writer.submit(store.write, generation.name, documents, (), version)
            written |= {document.page_id: document.fingerprint for document in documents}
            _sign_of_life(generation, len(written))
            progress(min(len(written), total), total)
        _settle(waiting)
    return written


def _readings() -> Iterator[tuple[int, list[ResourceDocument]]]:
    """Yield the documents of all indexable pages in batches, each with the clock's number from before its reading."""
    for batch in portions(indexable_ids().iterator(chunk_size=MOST_PAGES)):
        version = IndexClock.tick()
        yield version, build_documents(batch)


def _settle(waiting: Future[list[WriteFailure]] | None) -> None:
    """Wait for a batch to be written; raises ``RebuildError`` when the engine refused a document."""
    if waiting and (failures := waiting.result()):
        raise RebuildError(f"{len(failures)} documents were refused, the first: {failures[0].message}")


def _sign_of_life(generation: IndexGeneration, documents: int) -> None:
    rows = IndexGeneration.objects.filter(pk=generation.pk, state=State.BUILDING)
    if not rows.update(heartbeat_at=timezone.now(), documents=documents):
        raise RebuildError("Another rebuild has replaced this one.")


def _verify(store: IndexStore, generation: IndexGeneration, written: Fingerprints) -> None:
    """Replay the queue and compare the new generation with the database."""
    drain_queue()
    store.refresh(generation.name)
    report = compare_generation(store, generation.name, written)
    if not report.clean:
        raise RebuildError(f"The new index differs from the database: {report.summary}")


def _swap(store: IndexStore, generation: IndexGeneration, written: int) -> None:
    store.promote(generation.name)
    with transaction.atomic():
        IndexGeneration.objects.filter(engine=store.engine, state=State.LIVE).update(state=State.RETIRED)
        IndexGeneration.objects.filter(pk=generation.pk).update(
            state=State.LIVE, finished_at=timezone.now(), documents=written
        )
    generation.refresh_from_db()


def _abandon(store: IndexStore, generation: IndexGeneration, message: str) -> None:
    """Forget a generation that did not make it; a swap that had already happened stands."""
    try:
        live = store.live()
        if live != generation.name:
            store.drop(generation.name)
    except EngineError:
        live = None  # the store is out of reach: the next rebuild prunes what is left there
    state = State.LIVE if live == generation.name else State.FAILED
    rows = IndexGeneration.objects.filter(pk=generation.pk, state=State.BUILDING)
    if state == State.LIVE:
        adopt_live(store)
    else:
        rows.update(state=state, message=message, finished_at=timezone.now())


def prune(store: IndexStore) -> None:
    """Delete every generation that is neither searched nor being built."""
    states = (State.LIVE, State.BUILDING)
    keep = set(IndexGeneration.objects.filter(engine=store.engine, state__in=states).values_list("name", flat=True))
    for name in set(store.names()) - keep - {store.live()}:
        store.drop(name)
