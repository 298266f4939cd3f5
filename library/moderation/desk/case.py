"""Everything that the review page shows of a submission to one person."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from wagtail.models import Page

from library.moderation.checks.admin.duplicates import Pair, pairs_of
from library.moderation.checks.admin.seen import seen_others, without_hidden
from library.moderation.claim import holder_of
from library.moderation.conversation import Message
from library.moderation.decisions import Decision
from library.moderation.desk.changes import changes_since
from library.moderation.desk.findings import SaidFinding, in_words
from library.moderation.desk.forms import DecisionForm, HandOnForm, MessageForm
from library.moderation.desk.record import Record, record_of
from library.moderation.desk.seat import Seat
from library.moderation.submissions import Submission
from library.resources.base import ResourcePage
from network.models import User


@dataclass(frozen=True, slots=True)
class Case:
    """A submission as one person may see it. ``page`` is as it was sent; ``None`` where it was deleted."""

    submission: Submission
    seat: Seat
    page: Page | None
    findings: list[SaidFinding]
    pairs: list[Pair]
    changes: list[Any] | None
    decisions: list[Decision]
    messages: list[Message]
    notes: list[Message]
    record: Record | None
    holder: User | None


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the page; ``None`` for what this person does not do."""

    message: MessageForm
    note: MessageForm | None
    decision: DecisionForm | None
    hand_on: HandOnForm | None


def read_case(submission: Submission, seat: Seat, request: HttpRequest) -> Case:
    """Return what somebody sees of a submission.

    Internal notes, the organisation's record, and that there is something like it which they may not see, are for
    reviewers.
    """
    page: Page | None = submission.revision.as_object() if submission.revision else None
    said = list(submission.messages.select_related("author").prefetch_related("mentions"))
    found = list(submission.findings.filter(revision=submission.revision_id))
    seen = seen_others(found, request)
    shown = found if seat.reviews else without_hidden(found, seen)
    return Case(
        submission=submission,
        seat=seat,
        page=page,
        findings=in_words(shown),
        pairs=pairs_of(page, shown, seen) if isinstance(page, ResourcePage) else [],
        changes=changes_since(submission, page, request) if page else None,
        decisions=list(submission.decisions.select_related("by").prefetch_related("reasons")),
        messages=[message for message in said if not message.is_internal],
        notes=[message for message in said if message.is_internal] if seat.reviews else [],
        record=record_of(submission) if seat.reviews else None,
        holder=holder_of(submission),
    )


def forms_for(case: Case) -> Forms:
    """Return the empty forms that belong to a case."""
    submission, user = case.submission, case.seat.user
    decides = case.seat.may_decide
    return Forms(
        message=MessageForm(submission, user),
        note=MessageForm(submission, user, is_internal=True) if case.seat.reviews else None,
        decision=DecisionForm(submission, case.page) if decides else None,
        hand_on=HandOnForm(submission, user) if decides else None,
    )
