"""What was decided before about an organisation's submissions."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from library.moderation.decisions import Decision, DecisionKind
from library.moderation.submissions import Submission

LATEST = 10
OF_PEOPLE = (DecisionKind.PUBLISH, DecisionKind.CHANGES, DecisionKind.DECLINE, DecisionKind.UNPUBLISH)


@dataclass(frozen=True, slots=True)
class Record:
    """The latest decisions on an organisation, and how many there are of each kind, under the kind's name."""

    latest: tuple[Decision, ...]
    counts: Mapping[str, int]


def record_of(submission: Submission) -> Record:
    """Return the record of the organisation that sent a submission, this one left out; two SQL queries."""
    if submission.organisation_id is None:
        return Record((), {})
    decisions = Decision.objects.filter(submission__organisation=submission.organisation_id, kind__in=OF_PEOPLE)
    decisions = decisions.exclude(submission=submission).order_by("-at", "-pk")
    counted = dict(decisions.order_by().values_list("kind").annotate(Count("pk")))
    latest = decisions.select_related("submission", "by").prefetch_related("reasons")[:LATEST]
    return Record(tuple(latest), {str(kind.label): counted[kind] for kind in OF_PEOPLE if kind in counted})
