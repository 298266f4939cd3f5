"""What reviewing tells whoever listens."""

import logging
from enum import StrEnum

from django.db import transaction
from django.dispatch import Signal

from library.moderation.submissions import Submission
from network.models import User

# submission: Submission, event: Event, actor: User | None, and what the event brings: decision, message, person.
# Sent before the change is committed: what is written then (who is to be told) is never lost, nor kept alone.
submission_moving = Signal()

logger = logging.getLogger(__name__)


class Event(StrEnum):
    """What happened to a submission."""

    SENT = "sent"  # by its author, also again
    ARRIVED = "arrived"  # with the reviewers
    CLAIMED = "claimed"
    RELEASED = "released"
    HANDED_ON = "handed-on"  # person: who has it now
    SAID = "said"  # message
    DECIDED = "decided"  # decision
    DUE_SOON = "due-soon"
    OVERDUE = "overdue"
    ESCALATED = "escalated"


def tell(submission: Submission, event: Event, actor: User | None = None, **brings: object) -> None:
    """Tell the listeners, in the same transaction; one that fails does not undo the change."""
    try:
        with transaction.atomic():
            submission_moving.send(Submission, submission=submission, event=event, actor=actor, **brings)
    except Exception:
        logger.exception("Those concerned by %s of submission %s are not told", event, submission.pk)
