"""The queue of a leader: what waits for their decision, in the order in which it should be decided."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from library.moderation.checks.models import Finding, Level
from library.moderation.routing import reviewable_by
from library.moderation.submissions import Submission
from network.models import User


def queue_of(user: User) -> QuerySet[Submission]:
    """Return what waits for somebody, with what a list shows of it; the oldest due first."""
    queue: QuerySet[Submission] = with_what_is_listed(reviewable_by(user)).oldest_due_first()
    return queue


def with_what_is_listed(submissions: Any) -> Any:
    """Fetch organisation, holder and names of regions together with submissions."""
    return submissions.select_related("organisation", "claimed_by").prefetch_related("regions__names")


def count_findings(submissions: Iterable[Any]) -> None:
    """Note on each of these submissions, as ``warnings``, how often a check asks for a person; one SQL query."""
    found = Finding.objects.filter(submission__in=[each.pk for each in submissions], level=Level.WARN)
    counts = Counter(found.values_list("submission_id", "revision_id"))
    for each in submissions:
        each.warnings = counts[each.pk, each.revision_id]


def top_of_queue(user: User, most: int) -> tuple[list[Submission], int]:
    """Return the first of what waits for somebody, and how much there is; a constant number of SQL queries."""
    queue = queue_of(user)
    first = list(queue[:most])
    count_findings(first)
    return first, queue.count()
