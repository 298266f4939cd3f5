"""Telling those concerned what happened to a submission, in the transaction in which it happens."""

from collections.abc import Callable, Iterable
from typing import Any

from library.moderation.conversation import Message
from library.moderation.converse import is_on_the_authors_side
from library.moderation.decisions import Decision, DecisionKind
from library.moderation.events import Event
from library.moderation.notices import kinds
from library.moderation.notices.people import (
    listening_reviewers,
    new_reviewers,
    owners_of,
    reviewers,
    speakers,
    whose_turn_it_is,
)
from library.moderation.submissions import Submission
from network.models import User
from network.notifications.notify import notify

FOR_THE_AUTHOR = (DecisionKind.CHECKS_BLOCK, DecisionKind.CHANGES, DecisionKind.DECLINE, DecisionKind.PUBLISH)


def tell_those_concerned(
    sender: object, submission: Submission, event: Event, actor: User | None = None, **brings: Any
) -> None:
    """Tell who is concerned, but not whoever did it; what nobody need be told of passes."""
    if (telling := TELLING.get(event)) is not None:
        telling(submission, actor, **{name: value for name, value in brings.items() if name != "signal"})


def _others(people: Iterable[User], actor: User | None) -> list[User]:
    return [person for person in people if person != actor]


def _sent(submission: Submission, actor: User | None) -> None:
    """A receipt goes to whoever sent it, though they did it themselves; not where an appeal sent it again."""
    latest = submission.decisions.order_by("pk").last()
    if latest is not None and latest.kind == DecisionKind.REOPEN:
        return
    notify(kinds.SENT, owners_of(submission), submission, key=_round(submission))


def _arrived(submission: Submission, actor: User | None) -> None:
    """Once a round: whoever knew of it already is not told again that a second approval is needed."""
    notify(kinds.ARRIVED, reviewers(submission), submission, key=_round(submission))


def _handed_on(submission: Submission, actor: User | None, person: User) -> None:
    since = submission.claimed_at.isoformat() if submission.claimed_at else ""
    notify(kinds.HANDED_ON, _others([person], actor), submission, key=f"{_round(submission)}:{since}")


def _said(submission: Submission, actor: User | None, message: Message) -> None:
    """The other side is told, and whoever is named; notes among reviewers stay among them."""
    people: list[User] = list(message.mentions.all())
    if message.is_internal:
        people += listening_reviewers(submission, notes=True)
    elif actor is not None and is_on_the_authors_side(actor, submission):
        people += listening_reviewers(submission, notes=False)
    else:
        people += owners_of(submission)
        people += [each for each in speakers(submission, notes=False) if is_on_the_authors_side(each, submission)]
    notify(kinds.SAID, _others(dict.fromkeys(people), actor), message, key=str(message.pk))


def _decided(submission: Submission, actor: User | None, decision: Decision) -> None:
    """The author's side is told why; who took part in the conversation, how it ended."""
    if decision.kind not in FOR_THE_AUTHOR:
        return
    owners = owners_of(submission)
    notify(kinds.DECIDED, owners, decision, key=str(decision.pk))
    others = [person for person in speakers(submission, notes=False) if person not in owners]
    notify(kinds.OUTCOME, _others(others, actor), decision, key=str(decision.pk))


def _due_soon(submission: Submission, actor: User | None) -> None:
    notify(kinds.DUE_SOON, whose_turn_it_is(submission), submission, key=_reminder(submission))


def _overdue(submission: Submission, actor: User | None) -> None:
    notify(kinds.OVERDUE, whose_turn_it_is(submission), submission, key=_reminder(submission))


def _escalated(submission: Submission, actor: User | None) -> None:
    key = f"{_round(submission)}:{submission.escalation}"
    notify(kinds.ESCALATED, new_reviewers(submission), submission, key=key)


def _round(submission: Submission) -> str:
    return f"{submission.pk}:{submission.round}"


def _reminder(submission: Submission) -> str:
    due = submission.due_at.isoformat() if submission.due_at else ""
    return f"{_round(submission)}:{due}:{submission.reminders}"


TELLING: dict[Event, Callable[..., None]] = {
    Event.SENT: _sent,
    Event.ARRIVED: _arrived,
    Event.HANDED_ON: _handed_on,
    Event.SAID: _said,
    Event.DECIDED: _decided,
    Event.DUE_SOON: _due_soon,
    Event.OVERDUE: _overdue,
    Event.ESCALATED: _escalated,
}
