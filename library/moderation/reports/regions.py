"""How the network's regions are looked after: who leads, which organisations are there, what waits and how long."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from library.moderation.submissions import Stage, SubmissionRegion
from network.leadership.territory import Territories
from network.models import Leadership, OrganisationPage, Region, RegionKind

LED_AS_A_WHOLE = (RegionKind.CONTINENT, RegionKind.SUB_REGION)  # where a vacancy is one; a country alone is none


@dataclass(frozen=True, slots=True)
class RegionLine:
    """A region with everything below it; ``leaders`` are those of this very region, ``oldest`` is a due date."""

    region: Region
    leaders: tuple[str, ...]
    is_vacant: bool
    organisations: int
    waiting: int
    overdue: int
    oldest: datetime | None

    @property
    def code(self) -> str:
        """What the region is called in addresses."""
        return self.region.code


@dataclass(slots=True)
class _Queue:
    waiting: set[int] = field(default_factory=set)
    overdue: set[int] = field(default_factory=set)
    oldest: datetime | None = None


def lines_of(regions: Sequence[Region], territories: Territories) -> list[RegionLine]:
    """Return a line for each region, in the order given; three SQL queries."""
    wanted = {region.pk for region in regions}
    leaders: dict[int, list[str]] = defaultdict(list)
    for leadership in Leadership.objects.in_force().filter(region__in=wanted).select_related("person"):
        leaders[leadership.region_id].append(str(leadership.person))
    organisations = _organisations(territories)
    queues = _queues(wanted, territories)
    vacant = territories.vacant()
    return [
        RegionLine(
            region,
            tuple(sorted(leaders[region.pk])),
            region.pk in vacant,
            organisations[region.pk],
            len(queues[region.pk].waiting),
            len(queues[region.pk].overdue),
            queues[region.pk].oldest,
        )
        for region in regions
    ]


def parts_of(region: Region) -> list[Region]:
    """Return what a region consists of, by name; the region itself where it has no parts. Two SQL queries."""
    return list(region.children.prefetch_related("names").order_by("name")) or [region]


def vacancies(territories: Territories) -> list[Region]:
    """Return continents and sub-regions for which nobody answers; one SQL query, one more for their names.

    Where nobody leads anything of a continent, the continent stands for its parts.
    """
    led = {step for region in territories.leaders for step in territories.above(region)}
    vacant = Region.objects.filter(pk__in=territories.vacant(), kind__in=LED_AS_A_WHOLE)
    found = vacant.prefetch_related("names").order_by("name")
    return [region for region in found if region.kind == RegionKind.CONTINENT or region.parent_id in led]


def _organisations(territories: Territories) -> dict[int, int]:
    counts: dict[int, int] = defaultdict(int)
    homes = OrganisationPage.objects.filter(live=True, home_region__isnull=False).order_by()
    for home, count in homes.values_list("home_region").annotate(Count("pk")):
        for step in territories.above(home):
            counts[step] += count
    return counts


def _queues(wanted: set[int], territories: Territories) -> dict[int, _Queue]:
    """Map regions to what waits for review about them; what is about two parts of a region counts in it once."""
    queues: dict[int, _Queue] = defaultdict(_Queue)
    now = timezone.now()
    waiting = SubmissionRegion.objects.filter(submission__stage=Stage.REVIEW)
    for submission, region, due in waiting.values_list("submission_id", "region_id", "submission__due_at"):
        for queue in _each(queues, wanted.intersection(territories.above(region))):
            queue.waiting.add(submission)
            if due and due < now:
                queue.overdue.add(submission)
            queue.oldest = min(filter(None, (queue.oldest, due)), default=None)
    return queues


def _each(queues: dict[int, _Queue], keys: Iterable[int]) -> list[_Queue]:
    return [queues[key] for key in keys]
