"""Looking afterwards at a sample of what trusted organisations published without review."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _g

from library.moderation.after_publication import SpotCheck
from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.moderation.routing import in_territory, is_their_own, reviewers_of
from library.moderation.submissions import Stage, Submission
from network.models import User


def spot_checks_for(user: User) -> QuerySet[SpotCheck]:
    """Return the spot checks that wait for somebody, oldest first."""
    waiting = SpotCheck.objects.filter(at__isnull=True, submission__stage=Stage.PUBLISHED)
    if not user.is_superuser:
        drawn = Submission.objects.filter(spot_check__at__isnull=True, stage=Stage.PUBLISHED)
        waiting = waiting.filter(submission__in=drawn.filter(in_territory(user.pk, drawn)))
    mine = waiting.exclude(submission__author=user).exclude(submission__page__owner=user)
    return mine.select_related("submission__organisation", "submission__page", "submission__author").order_by(
        "drawn_at"
    )


def may_look(user: User, submission: Submission) -> bool:
    """Tell whether somebody may look at a spot check: who would have reviewed it, never on their own."""
    if not user.is_active or is_their_own(user, submission):
        return False
    return user.is_superuser or user.pk in reviewers_of(submission)


@transaction.atomic
def close_spot_check(check: SpotCheck, by: User, *, is_fine: bool, words: str = "") -> SpotCheck:
    """Note what somebody saw; return the spot check.

    Raises ``NotYours``, ``OvertakenByEvents`` when a colleague was faster, ``Refusal`` for a remark without words.
    """
    if not is_fine and not words.strip():
        raise Refusal(_g("Say what you noticed."))
    fresh = SpotCheck.objects.select_for_update(of=("self",)).get(pk=check.pk)
    if fresh.at is not None:
        raise OvertakenByEvents(_g("Somebody has looked at this already."))
    if not may_look(by, fresh.submission):
        raise NotYours(_g("This is for the leaders of its region to look at."))
    fresh.is_fine, fresh.by, fresh.at, fresh.words = is_fine, by, timezone.now(), words.strip()
    fresh.save()
    return fresh
