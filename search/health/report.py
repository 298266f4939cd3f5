"""The health of search as one value: engine, index, queue and rebuilds, in a constant number of queries."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page

from search.breaker import PAUSE_SECONDS, engine_breaker
from search.engine import EngineError, EngineUnavailable, IndexStore, StoreCondition
from search.engines import get_store
from search.index.condition import reason_to_rebuild, too_many_for
from search.index.models import IndexGeneration, IndexQueueEntry
from search.index.register import DEAD_AFTER, UNDER_WAY

FAILURES_SHOWN = 50

State = IndexGeneration.State


@dataclass(frozen=True, slots=True)
class Failure:
    """A change that the engine refused; ``title`` is empty where the page is deleted."""

    page_id: int
    title: str
    attempts: int
    error: str
    queued_at: datetime


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits to be written."""

    waiting: int
    oldest: datetime | None
    refused: int
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Rebuild:
    """One rebuild, running or over."""

    generation: IndexGeneration
    is_running: bool
    is_silent: bool

    @property
    def duration(self) -> timedelta:
        """How long it took, or has been running."""
        start = self.generation.started_at
        seconds = ((self.generation.finished_at or timezone.now()) - start).total_seconds()
        return timedelta(seconds=round(seconds))

    @property
    def has_failed(self) -> bool:
        """Whether it was given up."""
        return self.generation.state == State.FAILED


@dataclass(frozen=True, slots=True)
class HealthReport:
    """What the page shows. ``condition`` is ``None`` while the engine is out of reach; ``silence`` then says why."""

    engine: str
    condition: StoreCondition | None
    silence: str
    live: IndexGeneration | None
    reason_to_rebuild: str
    has_outgrown_engine: bool
    queue: Queue
    running: Rebuild | None
    last: Rebuild | None


def health_report() -> HealthReport:
    """Look at everything. An engine that did not answer a moment ago is not asked again, so that nobody waits."""
    store = get_store()
    condition, silence = _condition(store)
    rebuilds = [_rebuild(row) for row in IndexGeneration.objects.filter(engine=store.engine).order_by("-pk")[:20]]
    return HealthReport(
        engine=store.engine,
        condition=condition,
        silence=silence,
        live=next((each.generation for each in rebuilds if each.generation.state == State.LIVE), None),
        reason_to_rebuild=reason_to_rebuild(store, condition),
        has_outgrown_engine=too_many_for(store),
        queue=_queue(),
        running=next((each for each in rebuilds if each.is_running), None),
        last=next((each for each in rebuilds if not each.is_running), None),
    )


def _condition(store: IndexStore) -> tuple[StoreCondition | None, str]:
    if engine_breaker.is_resting():
        words = _("It did not answer a moment ago; it is asked again after %(seconds)s seconds.")
        return None, words % {"seconds": int(PAUSE_SECONDS)}
    try:
        return store.condition(), ""
    except EngineError as error:
        if isinstance(error, EngineUnavailable):
            engine_breaker.failed()
        return None, str(error)


def _rebuild(row: IndexGeneration) -> Rebuild:
    is_running = row.state in UNDER_WAY
    return Rebuild(row, is_running, is_silent=is_running and row.heartbeat_at < timezone.now() - DEAD_AFTER)


def _queue() -> Queue:
    refused = Q(attempts__gt=0)
    sums = IndexQueueEntry.objects.aggregate(
        waiting=Count("pk"), oldest=Min("queued_at"), refused=Count("pk", filter=refused)
    )
    rows = list(IndexQueueEntry.objects.filter(refused).order_by("pk")[:FAILURES_SHOWN])
    titles = dict(Page.objects.filter(pk__in=[row.page_id for row in rows]).values_list("pk", "title"))
    failures = (
        Failure(row.page_id, titles.get(row.page_id, ""), row.attempts, row.error, row.queued_at) for row in rows
    )
    return Queue(failures=tuple(failures), **sums)
