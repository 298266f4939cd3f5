"""How long contributors wait: for the first answer, and for the decision; by month or by part of a region.

*First answer*: from first sending to the first decision of a person, whatever it is; counted in the month it came.
*Decision*: from first sending to each decision of a person to publish or to decline; counted in its month. What is
published on trust, imported or published by hand is no decision of the review. Days are calendar days.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format

from library.moderation.decisions import Decision, DecisionKind
from library.moderation.reports.elapsed import ElapsedSeconds, Month
from library.moderation.reports.percentiles import Days
from library.moderation.reports.scope import about_regions
from library.moderation.submissions import Submission, SubmissionRegion
from network.leadership.territory import Territories
from network.models import Region

MONTHS = 12  # the period of the report, with the running month
FINAL = (DecisionKind.PUBLISH, DecisionKind.DECLINE)


class Wait(NamedTuple):
    """One wait that ended: of which submission, in which month, after how many seconds."""

    submission: int
    month: str
    seconds: float


@dataclass(frozen=True, slots=True)
class WaitingTimes:
    """A line of the report; ``key`` is a month (``2026-11``) or the code of a region."""

    key: str
    label: str
    answers: Days
    decisions: Days


def since(today: date | None = None) -> datetime:
    """Return the first moment of the period: the first of the month eleven months ago."""
    first = (today or timezone.localdate()).replace(day=1)
    for _month in range(MONTHS - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    return timezone.make_aware(datetime.combine(first, datetime.min.time()), timezone.get_fixed_timezone(0))


def first_answers(regions: frozenset[int] | None) -> list[Wait]:
    """Return the waits for a first answer that ended in the period; one SQL query."""
    answered = Submission.objects.filter(_within(regions, "pk"), first_answer_at__gte=since())
    return _waits(answered, "pk", "first_answer_at", "opened_at")


def final_decisions(regions: frozenset[int] | None) -> list[Wait]:
    """Return the waits for a decision that ended in the period; one SQL query."""
    decided = Decision.objects.filter(_within(regions, "submission"), kind__in=FINAL, at__gte=since())
    return _waits(decided.exclude(by_name=""), "submission", "at", "submission__opened_at")


def times_by_month(regions: frozenset[int] | None) -> list[WaitingTimes]:
    """Return a line for each month of the period, the oldest first; two SQL queries."""
    answers, decisions = (_group(waits, lambda wait: [wait.month]) for waits in _both(regions))
    months = [_plus_months(since().date(), number) for number in range(MONTHS)]
    return [_line(f"{month:%Y-%m}", date_format(month, "YEAR_MONTH_FORMAT"), answers, decisions) for month in months]


def times_by_part(region: Region, regions: frozenset[int] | None) -> list[WaitingTimes]:
    """Return a line for each part of a region, and for the region itself; five SQL queries.

    What is about several parts counts in each of them.
    """
    territories = Territories.read()
    parts = [region, *region.children.prefetch_related("names").order_by("name")]
    wanted = {part.pk for part in parts}
    places: Mapping[int, set[int]] = _places(regions, territories, wanted)
    answers, decisions = (_group(waits, lambda wait: places.get(wait.submission, ())) for waits in _both(regions))
    return [_line(part.pk, str(part), answers, decisions, part.code) for part in parts]


def _both(regions: frozenset[int] | None) -> tuple[list[Wait], list[Wait]]:
    return first_answers(regions), final_decisions(regions)


def _waits(rows: Any, submission: str, until: str, start: str) -> list[Wait]:
    found = rows.order_by().values_list(submission, Month(until), ElapsedSeconds(until, start))
    return [Wait(*row) for row in found]


def _within(regions: frozenset[int] | None, key: str) -> Q:
    return Q() if regions is None else about_regions(regions, key)


def _group[K](waits: Iterable[Wait], keys: Callable[[Wait], Iterable[K]]) -> dict[K, list[float]]:
    groups: dict[K, list[float]] = defaultdict(list)
    for wait in waits:
        for key in keys(wait):
            groups[key].append(wait.seconds)
    return groups


def _places(regions: frozenset[int] | None, territories: Territories, wanted: set[int]) -> dict[int, set[int]]:
    """Map submissions to those of the wanted regions that they are about, or about a part of."""
    parts = {region: wanted.intersection(territories.above(region)) for region in territories.parents}
    rows = SubmissionRegion.objects.filter(Q() if regions is None else Q(region__in=regions))
    places: dict[int, set[int]] = defaultdict(set)
    for submission, region in rows.values_list("submission_id", "region_id"):
        places[submission] |= parts.get(region, set())
    return places


def _line(key: Any, label: str, answers: Any, decisions: Any, name: str = "") -> WaitingTimes:
    return WaitingTimes(name or key, label, Days.of(answers.get(key, [])), Days.of(decisions.get(key, [])))


def _plus_months(first: date, number: int) -> date:
    years, month = divmod(first.month - 1 + number, 12)
    return date(first.year + years, month + 1, 1)
