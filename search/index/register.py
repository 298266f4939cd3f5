"""The register of generations: who builds, what is live, what died, and what nobody needs any more.

The store's pointer decides what is live; the register is put right by it. Whatever is killed when, the next rebuild
or, two minutes later, the next drain tidies up.
"""

import logging
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from search.engine import EngineError, IndexStore
from search.index.models import IndexGeneration

logger = logging.getLogger(__name__)

State = IndexGeneration.State

UNDER_WAY = (State.STARTING, State.BUILDING)
DEAD_AFTER = timedelta(minutes=2)  # without a sign of life; a batch takes seconds


class RebuildError(Exception):
    """A rebuild could not start or did not end well; the old index is still the one that is searched."""


def adopt_live(store: IndexStore) -> None:
    """Make the register agree with the store, whose pointer decides what is live after an interrupted swap."""
    live = store.live()
    rows = IndexGeneration.objects.filter(engine=store.engine)
    with transaction.atomic():
        rows.filter(state=State.LIVE).exclude(name=live).update(state=State.RETIRED)
        rows.filter(name=live).exclude(state=State.LIVE).update(state=State.LIVE, finished_at=timezone.now())


def claim(store: IndexStore) -> IndexGeneration:
    """Register a generation that will be built; two at once are kept apart by the database, a dead one is replaced."""
    bury_dead(store)
    name = f"resources-{timezone.now():%Y%m%d-%H%M%S-%f}"
    try:
        with transaction.atomic():
            return IndexGeneration.objects.create(
                engine=store.engine,
                name=name,
                state=State.STARTING,
                version=store.version,
                signature=store.signature,
            )
    except IntegrityError:
        raise RebuildError("Another rebuild is under way; wait for it, or try again in two minutes.") from None


def claimed(store: IndexStore, name: str) -> IndexGeneration:
    """Return a generation that somebody claimed for this rebuild; raises ``RebuildError`` when it is gone."""
    found = IndexGeneration.objects.filter(engine=store.engine, name=name, state=State.STARTING).first()
    if found is None:
        raise RebuildError("This rebuild was given up before it began; start another one.")
    return found


def open_for_writes(generation: IndexGeneration, total: int) -> None:
    """Let changes go to a generation that exists from now on; it will read the pages of earlier ones itself."""
    rows = IndexGeneration.objects.filter(pk=generation.pk, state=State.STARTING)
    _still_ours(rows.update(state=State.BUILDING, total=total, heartbeat_at=timezone.now()))


def sign_of_life(generation: IndexGeneration, documents: int) -> None:
    """Say how far a rebuild is. Raises ``RebuildError`` when it was taken for dead and given up."""
    rows = IndexGeneration.objects.filter(pk=generation.pk, state=State.BUILDING)
    _still_ours(rows.update(heartbeat_at=timezone.now(), documents=documents))


def _still_ours(rows: int) -> None:
    if not rows:
        raise RebuildError("Another rebuild has replaced this one, which was silent for two minutes.")


def make_live(store: IndexStore, generation: IndexGeneration, documents: int) -> None:
    """Register the generation that the store's pointer leads to now."""
    with transaction.atomic():
        others = IndexGeneration.objects.filter(engine=store.engine, state=State.LIVE).exclude(pk=generation.pk)
        others.update(state=State.RETIRED)
        IndexGeneration.objects.filter(pk=generation.pk).update(
            state=State.LIVE, finished_at=timezone.now(), documents=documents
        )
    generation.refresh_from_db()


def give_up(generation: IndexGeneration, message: str) -> None:
    """Register that a generation did not make it, and why."""
    rows = IndexGeneration.objects.filter(pk=generation.pk, state__in=UNDER_WAY)
    rows.update(state=State.FAILED, message=message, finished_at=timezone.now())


def bury_dead(store: IndexStore) -> None:
    """Give up rebuilds without a sign of life, which would hold up changes, and delete what they left behind."""
    late = timezone.now() - DEAD_AFTER
    dead = IndexGeneration.objects.filter(engine=store.engine, state__in=UNDER_WAY, heartbeat_at__lt=late)
    if not dead:
        return
    adopt_live(store)  # one that died after the swap is alive
    for generation in dead.all():
        give_up(generation, "No sign of life for two minutes: the process that built it was ended.")
    prune_quietly(store)


def prune(store: IndexStore) -> None:
    """Delete every generation that is neither searched nor being built."""
    for name in leftovers(store):
        store.drop(name)


def prune_quietly(store: IndexStore) -> None:
    """Prune; what cannot be deleted now is deleted by the next rebuild."""
    try:
        prune(store)
    except EngineError as error:
        logger.warning("Old generations of the index could not be deleted, the next rebuild will: %s", error)


def leftovers(store: IndexStore) -> list[str]:
    """Return the generations that are neither searched nor being built."""
    states = (State.LIVE, *UNDER_WAY)
    keep = set(IndexGeneration.objects.filter(engine=store.engine, state__in=states).values_list("name", flat=True))
    return sorted(set(store.names()) - keep - {store.live() or ""})
