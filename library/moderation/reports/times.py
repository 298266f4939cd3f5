"""How long contributors wait: for the first answer, and for the decision; by month or by part of a region.

*First answer*: from first sending to the first decision of a person, whatever it is; counted in the month it came.
*Decision*: from first sending to each decision of a person to publish or to decline; counted in its month. What is
published on trust, imported or published by hand is no decision of the review. Days are calendar days.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, Value
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


Wait = tuple[int, str, float]  # one that ended: of which submission, in which month, after how many seconds
Parts = frozenset[int]  # of a region, by their ids
NOWHERE: Parts = frozenset()


@dataclass(frozen=True, slots=True)
class WaitingTimes:
    """A line of the report: a region by name and code, or everything; a month (``2026-11``), or the whole period."""

    region: str
    code: str
    month: str
    answers: Days
    decisions: Days

    @property
    def month_name(self) -> str:
        """The month as it is read."""
        return date_format(date.fromisoformat(f"{self.month}-01"), "YEAR_MONTH_FORMAT") if self.month else ""


def since(today: date | None = None) -> datetime:
    """Return the first moment of the period: the first of the month eleven months ago."""
    first = (today or timezone.localdate()).replace(day=1)
    for _month in range(MONTHS - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    return timezone.make_aware(datetime.combine(first, datetime.min.time()), timezone.get_fixed_timezone(0))


def first_answers(regions: frozenset[int] | None, *, monthly: bool) -> Any:
    """Return the waits for a first answer that ended in the period: ``submission``, ``month``, ``seconds``."""
    answered = Submission.objects.filter(_within(regions, "pk"), first_answer_at__gte=since())
    return _waits(answered, "pk", "first_answer_at", "opened_at", monthly=monthly)


def final_decisions(regions: frozenset[int] | None, *, monthly: bool) -> Any:
    """Return the waits for a decision that ended in the period, in the same form."""
    decided = Decision.objects.filter(_within(regions, "submission"), kind__in=FINAL, at__gte=since())
    return _waits(decided.exclude(by_name=""), "submission_id", "at", "submission__opened_at", monthly=monthly)


def times_by_month(regions: frozenset[int] | None, name: str = "", code: str = "") -> list[WaitingTimes]:
    """Return a line for each month of the period, the oldest first, empty ones too; two SQL queries.

    ``name`` and ``code`` are those of the region that ``regions`` are the parts of.
    """
    answers, decisions = (_by_month(waits) for waits in _both(regions))
    return [WaitingTimes(name, code, month, _days(answers[month]), _days(decisions[month])) for month in months()]


def times_by_part(region: Region, regions: frozenset[int] | None) -> list[WaitingTimes]:
    """Return a line for a region, and one for each of its parts; six SQL queries.

    What is about several parts counts in each of them.
    """
    parts, parts_of = _parts(region, regions)
    answers, decisions = (_by_part(waits, parts_of) for waits in _both(regions, monthly=False))
    return [
        WaitingTimes(str(part), part.code, "", _days(answers[part.pk]), _days(decisions[part.pk])) for part in parts
    ]


def times_by_part_and_month(region: Region, regions: frozenset[int] | None) -> list[WaitingTimes]:
    """Return a line for each part of a region in each month in which there is something; six SQL queries."""
    parts, parts_of = _parts(region, regions)
    answers, decisions = (_by_part(waits, parts_of) for waits in _both(regions))
    lines: list[WaitingTimes] = []
    for part in parts:
        answered, decided = _by_month(answers[part.pk]), _by_month(decisions[part.pk])
        found = [month for month in months() if month in answered or month in decided]
        lines += (
            WaitingTimes(str(part), part.code, month, _days(answered[month]), _days(decided[month])) for month in found
        )
    return lines


def months() -> list[str]:
    """Return the months of the period, the oldest first."""
    first = since().date()
    return [f"{_plus_months(first, number):%Y-%m}" for number in range(MONTHS)]


def _both(regions: frozenset[int] | None, *, monthly: bool = True) -> tuple[Any, Any]:
    return first_answers(regions, monthly=monthly), final_decisions(regions, monthly=monthly)


def _waits(rows: Any, submission: str, until: str, start: str, *, monthly: bool) -> Any:
    month = Month(until) if monthly else Value("")  # which takes a fifth of the time, where there are ten thousand
    found = rows.order_by().annotate(month=month, seconds=ElapsedSeconds(until, start))
    return found.values_list(submission, "month", "seconds")


def _within(regions: frozenset[int] | None, key: str) -> Q:
    return Q() if regions is None else about_regions(regions, key)


def _by_month(waits: Iterable[Wait]) -> dict[str, list[Wait]]:
    months: dict[str, list[Wait]] = defaultdict(list)
    for wait in waits:
        months[wait[1]].append(wait)
    return months


def _by_part(waits: Iterable[Wait], parts_of: Mapping[int, Parts]) -> dict[int, list[Wait]]:
    """Return the waits of each part; those that are about the same parts are gathered first, for there are many."""
    alike: dict[Parts, list[Wait]] = defaultdict(list)
    for wait in waits:
        alike[parts_of.get(wait[0], NOWHERE)].append(wait)
    found: dict[int, list[Wait]] = defaultdict(list)
    for parts, gathered in alike.items():
        for part in parts:
            found[part] += gathered
    return found


def _days(waits: Iterable[Wait]) -> Days:
    return Days.of([seconds for _submission, _month, seconds in waits])


def _parts(region: Region, regions: frozenset[int] | None) -> tuple[list[Region], Mapping[int, Parts]]:
    """Return a region with its parts, and for each submission those that it is about, itself or something in them."""
    parts = [region, *region.children.prefetch_related("names").order_by("name")]
    territories, wanted = Territories.read(), frozenset(part.pk for part in parts)
    parts_above = {place: wanted.intersection(territories.above(place)) for place in territories.parents}
    rows = SubmissionRegion.objects.filter(Q() if regions is None else Q(region__in=regions)).order_by()
    parts_of: dict[int, Parts] = {}
    for submission, place in rows.values_list("submission_id", "region_id"):
        above = parts_above.get(place, NOWHERE)
        parts_of[submission] = parts_of[submission] | above if submission in parts_of else above
    return parts, parts_of


def _plus_months(first: date, number: int) -> date:
    years, month = divmod(first.month - 1 + number, 12)
    return date(first.year + years, month + 1, 1)
