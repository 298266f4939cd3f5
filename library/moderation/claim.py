"""Who has it: claiming a submission, giving it back, handing it to a colleague."""

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _g

from library.moderation.events import Event, tell
from library.moderation.refusals import NotYours, OvertakenByEvents
from library.moderation.routing import may_review
from library.moderation.submissions import Stage, Submission
from network.models import User


def locked_for_review(key: int) -> Submission:
    """Return a submission in review, held until the transaction ends; raises ``OvertakenByEvents``."""
    submission: Submission = Submission.objects.select_for_update().get(pk=key)
    if submission.stage != Stage.REVIEW:
        raise OvertakenByEvents(_what_happened(submission))
    return submission


def _what_happened(submission: Submission) -> str:
    """Say who was faster, with what and when, or where it stands otherwise."""
    decision = submission.decisions.last()
    if decision is None or not decision.by_name:
        return _g("This is no longer in review: %s.") % submission.get_stage_display().lower()
    return _g("%(who)s has decided already: %(what)s, %(when)s.") % {
        "who": decision.by_name,
        "what": decision.get_kind_display().lower(),
        "when": date_format(timezone.localtime(decision.at), "DATETIME_FORMAT"),
    }


def check_reviewer(user: User, submission: Submission) -> None:
    """Raise ``NotYours`` for somebody who may not decide on a submission."""
    if not may_review(user, submission):
        raise NotYours(
            _g("This is not yours to decide on: it is your own, or another leader's, or you decided already.")
        )


def holder_of(submission: Submission) -> User | None:
    """Return who has a submission; nobody where whoever took it may not decide on it any more."""
    holder: User | None = submission.claimed_by
    return holder if holder and may_review(holder, submission) else None


@transaction.atomic
def claim_review(submission: Submission, user: User) -> Submission:
    """Let somebody take a submission; raises ``OvertakenByEvents`` when a colleague has it, ``NotYours``."""
    fresh = locked_for_review(submission.pk)
    check_reviewer(user, fresh)
    if (holder := holder_of(fresh)) and holder != user:
        raise OvertakenByEvents(_g("%s has it already.") % holder)
    _give(fresh, user)
    tell(fresh, Event.CLAIMED, user)
    return fresh


@transaction.atomic
def release_review(submission: Submission, user: User) -> Submission:
    """Let somebody give back what they have; raises ``OvertakenByEvents`` when they do not have it."""
    fresh = locked_for_review(submission.pk)
    if fresh.claimed_by != user:
        raise OvertakenByEvents(_g("You do not have it."))
    _give(fresh, None)
    tell(fresh, Event.RELEASED, user)
    return fresh


@transaction.atomic
def hand_on(submission: Submission, user: User, colleague: User) -> Submission:
    """Hand a submission to another reviewer of it; raises ``NotYours`` for either of them who is none."""
    fresh = locked_for_review(submission.pk)
    check_reviewer(user, fresh)
    if not may_review(colleague, fresh):
        raise NotYours(_g("%s does not review this.") % colleague)
    _give(fresh, colleague)
    tell(fresh, Event.HANDED_ON, user, person=colleague)
    return fresh


def _give(submission: Submission, user: User | None) -> None:
    submission.claimed_by, submission.claimed_at = user, timezone.now() if user else None
    submission.save(update_fields=["claimed_by", "claimed_at"])
