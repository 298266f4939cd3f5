"""What each reviewer has and does: claims open, decisions of the last year by kind, and how long they took."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from library.moderation.decisions import Decision, DecisionKind
from library.moderation.reports.elapsed import ElapsedSeconds
from library.moderation.reports.percentiles import Days
from library.moderation.reports.scope import Scope
from library.moderation.reports.times import FINAL, since
from library.moderation.submissions import Stage
from network.models import User

COUNTED = (DecisionKind.APPROVE, DecisionKind.PUBLISH, DecisionKind.CHANGES, DecisionKind.DECLINE)


@dataclass(frozen=True, slots=True)
class ReviewerLoad:
    """A reviewer. ``took`` is from first sending to their decisions to publish or decline."""

    person: User
    claims: int
    overdue: int
    approved: int
    published: int
    sent_back: int
    declined: int
    took: Days


def reviewers_load(scope: Scope) -> list[ReviewerLoad]:
    """Return everybody who has something or decided something, most claims first; four SQL queries."""
    claims = _claims(scope)
    counts: dict[int, Counter[str]] = defaultdict(Counter)
    decisions = Decision.objects.filter(scope.of_submissions("submission"), kind__in=COUNTED, at__gte=since())
    rows = decisions.filter(by__isnull=False).order_by()
    for person, kind, number in rows.values_list("by_id", "kind").annotate(Count("pk")):
        counts[person][kind] = number
    took: dict[int, list[float]] = defaultdict(list)
    final = rows.filter(kind__in=FINAL).values_list("by_id", ElapsedSeconds("at", "submission__opened_at"))
    for person, seconds in final:
        took[person].append(seconds)
    people = User.objects.in_bulk({*claims, *counts})
    loads = (_load(person, claims.get(key, (0, 0)), counts[key], Days.of(took[key])) for key, person in people.items())
    return sorted(loads, key=lambda load: (-load.claims, str(load.person)))


def _claims(scope: Scope) -> dict[int, tuple[int, int]]:
    held = scope.submissions().filter(stage=Stage.REVIEW, claimed_by__isnull=False).order_by()
    late = Count("pk", filter=Q(due_at__lt=timezone.now()))
    rows = held.values_list("claimed_by_id").annotate(held=Count("pk"), late=late)
    return {person: (count, overdue) for person, count, overdue in rows}


def _load(person: User, claims: tuple[int, int], counts: Counter[str], took: Days) -> ReviewerLoad:
    held, overdue = claims
    approved, published, sent_back, declined = (counts[kind] for kind in COUNTED)
    return ReviewerLoad(person, held, overdue, approved, published, sent_back, declined, took)
