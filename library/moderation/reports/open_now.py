"""What is open now: how much waits at each step, and since when the one that has waited longest."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q
from django.utils import timezone

from library.moderation.after_publication import Appeal, SpotCheck
from library.moderation.reports.scope import Scope
from library.moderation.submissions import Stage, Submission

CHECKS_TAKE = timedelta(hours=1)  # sixty times as long as the slowest check may; later nobody is at work


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many wait, and since when the first of them; ``since`` is ``None`` where none do."""

    count: int = 0
    since: datetime | None = None

    @classmethod
    def of(cls, rows: Any, moment: str) -> "Waiting":
        """Count rows of a queryset; ``moment`` is the field that says since when. One SQL query."""
        return cls(*rows.order_by().aggregate(count=Count("pk"), since=Min(moment)).values())


@dataclass(frozen=True, slots=True)
class OpenNow:
    """What waits for whom: reviewers, the checks, contributors, a second look, the answer to an appeal."""

    review: Waiting
    overdue: Waiting
    checks: Waiting
    sent_back: Waiting
    spot_checks: Waiting
    appeals: Waiting


def open_now(scope: Scope) -> OpenNow:
    """Count what is open in a scope; four SQL queries."""
    now = timezone.now()
    late = Q(due_at__lt=now)
    stalled = ~Q(stage=Stage.CHECKS) | Q(stage_since__lt=now - CHECKS_TAKE)
    stages = Submission.objects.open().filter(stalled, scope.of_submissions()).order_by().values_list("stage")
    counted = {stage: Waiting(*row) for stage, *row in stages.annotate(Count("pk"), Min("stage_since"))}
    overdue = Submission.objects.awaiting_review().filter(late, scope.of_submissions())
    looks = SpotCheck.objects.filter(scope.of_submissions("submission"), at__isnull=True)
    appeals = Appeal.objects.filter(scope.of_submissions("decision__submission"), at__isnull=True)
    return OpenNow(
        review=counted.get(Stage.REVIEW, Waiting()),
        overdue=Waiting.of(overdue, "due_at"),
        checks=counted.get(Stage.CHECKS, Waiting()),
        sent_back=counted.get(Stage.SENT_BACK, Waiting()),
        spot_checks=Waiting.of(looks.filter(submission__stage=Stage.PUBLISHED), "drawn_at"),
        appeals=Waiting.of(appeals, "made_at"),
    )
