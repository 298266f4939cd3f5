"""The record of organisations: what reviewers accepted and what they sent back, since trust was last decided on.

Counted is what a person decided: published; changes asked for or declined. What is published on trust nobody decides
on, so that spot checks speak for trusted organisations: nothing to object to counts as accepted, a remark as sent
back. Counting begins with the last decision about trust, and never earlier than a year ago.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from library.moderation.after_publication import SpotCheck
from library.moderation.decisions import Decision, DecisionKind
from network.models import StandingChange

YEAR = timedelta(days=365)
ACCEPTED = (DecisionKind.PUBLISH,)
SENT_BACK = (DecisionKind.CHANGES, DecisionKind.DECLINE)


@dataclass(frozen=True, slots=True)
class Record:
    """What became of what an organisation sent, and since when that was counted."""

    accepted: int
    sent_back: int
    since: datetime

    @property
    def answers(self) -> int:
        """How often somebody has answered."""
        return self.accepted + self.sent_back

    @property
    def percent_sent_back(self) -> int:
        """How many of a hundred answers sent something back, rounded; none where nobody answered."""
        return round(100 * self.sent_back / self.answers) if self.answers else 0


def records(organisation: int | None = None) -> dict[int, Record]:
    """Return the records of all organisations that were answered, or of one, by key; three SQL queries."""
    begins = timezone.now() - YEAR
    accepted, sent_back = Count("pk", filter=Q(kind__in=ACCEPTED)), Count("pk", filter=Q(kind__in=SENT_BACK))
    decided = Decision.objects.filter(kind__in=(*ACCEPTED, *SENT_BACK)).exclude(by_name="")
    looks = SpotCheck.objects.filter(is_fine__isnull=False)
    fine, objected = Count("pk", filter=Q(is_fine=True)), Count("pk", filter=Q(is_fine=False))
    sums: dict[int, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for rows, good, bad in ((decided, accepted, sent_back), (looks, fine, objected)):
        counted = _since_trust_was_decided(rows, begins, organisation).annotate(good=good, bad=bad)
        for key, more_good, more_bad in counted:
            sums[key] = (sums[key][0] + more_good, sums[key][1] + more_bad)
    last = dict(_changes().values_list("organisation").annotate(Max("at")))
    return {key: Record(*counts, since=max(begins, last.get(key, begins))) for key, counts in sums.items()}


def _changes() -> QuerySet[StandingChange]:
    return StandingChange.objects.filter(aspect="trust").order_by()


def _since_trust_was_decided(rows: Any, begins: datetime, organisation: int | None) -> Any:
    """Narrow rows that carry ``at`` and a submission, grouped by organisation."""
    ours = Q(submission__organisation=organisation) if organisation else Q(submission__organisation__isnull=False)
    last = _changes().filter(organisation=OuterRef("submission__organisation")).values("organisation")
    since = Coalesce(Subquery(last.annotate(latest=Max("at")).values("latest")), Value(begins))
    return rows.filter(ours, at__gt=begins).filter(at__gt=since).order_by().values_list("submission__organisation")
