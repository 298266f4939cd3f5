"""Writing the log of decisions; lines are added, never changed."""

from collections.abc import Iterable, Mapping

from library.moderation.decisions import Decision, DecisionKind, DecisionReason
from library.moderation.events import Event, tell
from library.moderation.submissions import Submission
from network.models import User


def record(
    submission: Submission,
    kind: DecisionKind,
    by: User | None,
    *,
    words: str = "",
    reasons: Iterable[DecisionReason] = (),
    field_notes: Mapping[str, str] | None = None,
) -> Decision:
    """Add a line to the log and tell the listeners; return it. ``by`` is ``None`` where the site itself decided."""
    decision = Decision.objects.create(
        submission=submission,
        kind=kind,
        by=by,
        by_name=str(by) if by else "",
        words=words.strip(),
        field_notes=dict(field_notes or {}),
        revision_id=submission.revision_id,
        round=submission.round,
    )
    decision.reasons.set(reasons)
    tell(submission, Event.DECIDED, by, decision=decision)
    return decision
