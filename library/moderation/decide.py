"""Deciding on a submission: publish, ask for changes, decline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g
from wagtail.models import TaskState

from library.moderation.claim import check_reviewer, holder_of, locked_for_review
from library.moderation.decisions import Decision, DecisionKind, DecisionReason
from library.moderation.events import Event, tell
from library.moderation.log import record
from library.moderation.refusals import OvertakenByEvents, Refusal
from library.moderation.routing import Routing, reviewers_of
from library.moderation.submissions import Escalation, Stage, Submission
from network.models import User

STAGE_AFTER = {
    DecisionKind.PUBLISH: Stage.PUBLISHED,
    DecisionKind.CHANGES: Stage.SENT_BACK,
    DecisionKind.DECLINE: Stage.DECLINED,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer decides, and why. ``field_notes`` maps names of fields to what is asked about them."""

    kind: DecisionKind
    reasons: Iterable[DecisionReason] = ()
    words: str = ""
    field_notes: Mapping[str, str] = field(default_factory=dict)

    def check(self) -> None:
        """Raise ``Refusal`` for something that is no decision, or one without a reason where one is owed."""
        if self.kind not in STAGE_AFTER:
            raise Refusal(_g("Publish, ask for changes, or decline."))
        says_why = self.words.strip() or list(self.reasons) or any(self.field_notes.values())
        if self.kind != DecisionKind.PUBLISH and not says_why:
            raise Refusal(_g("Say why: choose a reason or write a sentence."))


@transaction.atomic
def decide(submission: Submission, by: User, verdict: Verdict, seen_revision: int | None) -> Decision:
    """Decide on the revision that the reviewer has seen; return the line of the log.

    A new organisation's submission is approved by two people before it is published. Raises ``NotYours``,
    ``OvertakenByEvents`` when a colleague decided or took it first or the text changed, ``Refusal`` without a reason.
    """
    verdict.check()
    fresh = locked_for_review(submission.pk)
    check_reviewer(by, fresh)
    if (holder := holder_of(fresh)) and holder != by:
        raise OvertakenByEvents(_g("%s has it; ask them, or let them hand it to you.") % holder)
    if seen_revision != fresh.revision_id:
        raise OvertakenByEvents(_g("It was changed since you opened it; look at it again."))
    if verdict.kind == DecisionKind.PUBLISH and needs_another_approval(fresh, by):
        return _approve_first(fresh, by, verdict)
    return _carry_out(fresh, by, verdict)


def needs_another_approval(submission: Submission, by: User) -> bool:
    """Tell whether after this person's approval another one is needed, and there is somebody to give it.

    The circle of reviewers is widened step by step; where nobody else reviews at all, one has to be enough.
    """
    approvals = Decision.objects.filter(
        submission=submission, kind=DecisionKind.APPROVE, revision=submission.revision_id
    )
    given = {*approvals.values_list("by_id", flat=True), by.pk}
    if len(given) >= submission.approvals_needed:
        return False
    routing = Routing.read()
    while not reviewers_of(submission, routing) - given:
        if submission.escalation >= Escalation.EDITORS:
            return False
        submission.escalation += 1
    return True


def _approve_first(submission: Submission, by: User, verdict: Verdict) -> Decision:
    decision = record(submission, DecisionKind.APPROVE, by, words=verdict.words, reasons=verdict.reasons)
    submission.claimed_by = submission.claimed_at = None
    submission.first_answer_at = submission.first_answer_at or decision.at
    submission.save()
    tell(submission, Event.ARRIVED)
    return decision


def _carry_out(submission: Submission, by: User, verdict: Verdict) -> Decision:
    submission.stage, submission.stage_since = STAGE_AFTER[verdict.kind], timezone.now()
    submission.claimed_by = submission.claimed_at = submission.due_at = None
    submission.first_answer_at = submission.first_answer_at or timezone.now()
    if verdict.kind != DecisionKind.CHANGES:
        submission.decided_at = timezone.now()
    submission.save()
    decision = record(
        submission, verdict.kind, by, words=verdict.words, reasons=verdict.reasons, field_notes=verdict.field_notes
    )
    _move_workflow(submission, by, verdict)
    return decision


def _move_workflow(submission: Submission, by: User, verdict: Verdict) -> None:
    """Do to Wagtail's workflow what was decided; approving its last step publishes."""
    workflow_state = submission.workflow_state
    state = workflow_state.current_task_state if workflow_state else None
    if workflow_state is None or state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        raise OvertakenByEvents(_g("This is no longer in review."))
    if verdict.kind == DecisionKind.PUBLISH:
        state.specific.approve(user=by, comment=verdict.words)
    elif verdict.kind == DecisionKind.CHANGES:
        state.specific.reject(user=by, comment=verdict.words)
    else:
        workflow_state.cancel(user=by)
