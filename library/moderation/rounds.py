"""What time does to a submission in review: reminders, and asking the region above. Part of the worker's round.

All days are working days from the due date, which an escalation leaves as it is: it stays visible that an answer is
late, and the network's editors are asked when ``escalate_after`` days have passed twice. Whoever had it has had their
time, so an escalation gives it back. Each submission is moved in a transaction of its own, under a lock, by a number
that only grows: a second worker, or a second round, finds nothing left to do.
"""

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from library.moderation.events import Event, tell
from library.moderation.routing import may_review
from library.moderation.settings import ModerationSettings
from library.moderation.submissions import Escalation, Stage, Submission
from library.moderation.working_days import add_working_days

BEFORE, AFTER = 1, 2  # the reminders that were sent: none, before the due date, after it


def look_at_due_dates() -> int:
    """Remind, escalate, and free what somebody has who no longer reviews it; return how many were moved."""
    return remind() + escalate() + free_what_is_held_in_vain()


def remind() -> int:
    """Remind of what is due soon, and again of what is overdue; return how many reminders were told."""
    settings, now = ModerationSettings.load(), timezone.now()
    soon = add_working_days(now, settings.remind_before)

    def step(submission: Submission) -> bool:
        due = submission.due_at
        if due is None:
            return False
        if submission.reminders < AFTER and add_working_days(due, settings.remind_after) <= now:
            return _move(submission, Event.OVERDUE, reminders=AFTER)
        if submission.reminders < BEFORE and now < due <= soon:
            return _move(submission, Event.DUE_SOON, reminders=BEFORE)
        return False

    return _each(_in_review(soon).filter(reminders__lt=AFTER), step)


def escalate() -> int:
    """Ask the region above, and later the network's editors, where nobody has answered; return how many moved."""
    settings, now = ModerationSettings.load(), timezone.now()

    def step(submission: Submission) -> bool:
        due, level = submission.due_at, submission.escalation + 1
        if due is None or level > Escalation.EDITORS or add_working_days(due, level * settings.escalate_after) > now:
            return False
        return _move(submission, Event.ESCALATED, escalation=level, claimed_by=None, claimed_at=None)

    return _each(_in_review(now).filter(escalation__lt=Escalation.EDITORS), step)


def free_what_is_held_in_vain() -> int:
    """Give back what is with somebody whose leadership has ended, or who may not decide any more."""

    def step(submission: Submission) -> bool:
        if submission.claimed_by is None or may_review(submission.claimed_by, submission):
            return False
        return _move(submission, Event.RELEASED, claimed_by=None, claimed_at=None)

    return _each(Submission.objects.filter(stage=Stage.REVIEW, claimed_by__isnull=False), step)


def _in_review(due_until: datetime) -> QuerySet[Submission]:
    return Submission.objects.filter(Q(due_at__lte=due_until), stage=Stage.REVIEW)


def _each(candidates: QuerySet[Submission], step: Callable[[Submission], bool]) -> int:
    moved = 0
    for key in candidates.order_by("due_at", "pk").values_list("pk", flat=True):
        with transaction.atomic():
            fresh = Submission.objects.select_for_update().filter(pk=key, stage=Stage.REVIEW).first()
            moved += fresh is not None and step(fresh)
    return moved


def _move(submission: Submission, event: Event, **fields: object) -> bool:
    for name, value in fields.items():
        setattr(submission, name, value)
    submission.save(update_fields=list(fields))
    tell(submission, event)
    return True
