"""What reviewing tells whoever listens, after the change is committed; mails and figures listen."""

from enum import StrEnum

from django.db import transaction
from django.dispatch import Signal

from library.moderation.submissions import Submission
from network.models import User

# submission: Submission, event: Event, actor: User | None, and what the event brings: decision, message, person.
submission_moved = Signal()


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
    """Tell the listeners when the transaction is committed; a listener that fails does not undo the change."""

    def send() -> None:
        submission_moved.send_robust(Submission, submission=submission, event=event, actor=actor, **brings)

    transaction.on_commit(send)
