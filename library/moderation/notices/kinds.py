"""What reviewing tells people by mail: the kinds, with the rights of the moment of sending and the page to act on."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from library.moderation.conversation import Message
from library.moderation.converse import is_on_the_reviewers_side, may_converse
from library.moderation.decisions import Decision, DecisionKind
from library.moderation.notices.people import answers_for
from library.moderation.routing import may_review
from library.moderation.submissions import Stage, Submission
from network.models import User
from network.notifications.kinds import Kind, register


def may_decide(user: User, submission: Submission) -> bool:
    """Tell whether a submission still waits for this person's decision."""
    return submission.stage == Stage.REVIEW and may_review(user, submission)


def has_it(user: User, submission: Submission) -> bool:
    """Tell whether a submission is still with this person."""
    return submission.claimed_by_id == user.pk and may_decide(user, submission)


def may_read_own_decision(user: User, decision: Decision) -> bool:
    """Tell whether somebody still answers for what was decided on."""
    return answers_for(user, decision.submission)


def may_read_outcome(user: User, decision: Decision) -> bool:
    """Tell whether somebody still takes part in the conversation about what was decided on."""
    return may_converse(user, decision.submission)


def may_read_message(user: User, message: Message) -> bool:
    """Tell whether somebody still reads what was said; notes are read on the reviewers' side alone."""
    readers = is_on_the_reviewers_side if message.is_internal else may_converse
    return readers(user, message.submission)


def editor_of(submission: Submission, data: Mapping[str, Any]) -> str:
    """Return where the author's side works on it."""
    return reverse("wagtailadmin_pages:edit", args=[submission.page_id])


def review_of(submission: Submission, data: Mapping[str, Any]) -> str:
    """Return where it is read, discussed and decided."""
    return reverse("review_submission", args=[submission.pk])


def page_of_decided(decision: Decision, data: Mapping[str, Any]) -> str:
    """Return where members read what was published, and else where the author's side works on it."""
    page = decision.submission.page
    if decision.kind == DecisionKind.PUBLISH and page is not None and page.live:
        return str(page.get_url() or "/")
    return editor_of(decision.submission, data)


def review_of_decided(decision: Decision, data: Mapping[str, Any]) -> str:
    """Return where what was decided can be read by both sides."""
    return review_of(decision.submission, data)


def review_of_discussed(message: Message, data: Mapping[str, Any]) -> str:
    """Return the conversation, which both sides read and answer in."""
    return review_of(message.submission, data)


REVIEWING = ("reviewing", _("What you are asked to review"))
OWN = ("own-progress", _("Receipts for what you send for review"))
DECISIONS = ("own-decisions", _("What is decided about what you share"))
CONVERSATIONS = ("conversations", _("What is said about resources you share or review"))
REMINDERS = ("reminders", _("Reminders of reviews that are due"))

REVIEW_IT, EDIT_IT, ANSWER = _("Review it"), _("Open it in the editor"), _("Read and answer")

SENT = Kind("review-sent", *OWN, answers_for, editor_of, action_label=EDIT_IT)
DECIDED = Kind(
    "review-decided",
    *DECISIONS,
    may_read_own_decision,
    page_of_decided,
    is_essential=True,
)
OUTCOME = Kind("review-outcome", *CONVERSATIONS, may_read_outcome, review_of_decided)
SAID = Kind("review-said", *CONVERSATIONS, may_read_message, review_of_discussed, action_label=ANSWER)
ARRIVED = Kind("review-arrived", *REVIEWING, may_decide, review_of, action_label=REVIEW_IT)
HANDED_ON = Kind("review-handed-on", *REVIEWING, has_it, review_of, action_label=REVIEW_IT)
ESCALATED = Kind("review-escalated", *REVIEWING, may_decide, review_of, action_label=REVIEW_IT)
DUE_SOON = Kind("review-due-soon", *REMINDERS, may_decide, review_of, action_label=REVIEW_IT)
OVERDUE = Kind("review-overdue", *REMINDERS, may_decide, review_of, action_label=REVIEW_IT)


def register_all() -> None:
    """Make the kinds known, in the order in which people choose about them."""
    register(DECIDED, SENT, SAID, OUTCOME, ARRIVED, HANDED_ON, ESCALATED, DUE_SOON, OVERDUE)
