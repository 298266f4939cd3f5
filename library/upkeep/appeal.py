"""Objecting to a decision, once: somebody who had no part in it looks again."""

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _g
from wagtail.models import Page

from library.moderation.after_publication import Appeal
from library.moderation.decisions import Decision, DecisionKind
from library.moderation.log import record
from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.moderation.submissions import Escalation, Stage, Submission
from library.upkeep.answering import may_answer
from library.upkeep.notices import tell_answered, tell_appealed
from library.upkeep.standing import coordinators_of
from network.models import User

STAGE_LEFT = {DecisionKind.DECLINE: Stage.DECLINED, DecisionKind.UNPUBLISH: Stage.UNPUBLISHED}


def may_appeal(user: User, decision: Decision) -> bool:
    """Tell whether somebody may object to a decision: the owner, who sent it, or a coordinator; not who decided."""
    submission = decision.submission
    if not user.is_active or decision.by_id == user.pk or not is_open_to_appeal(decision):
        return False
    own = {submission.author_id, submission.page.owner_id if submission.page else None}
    return user.pk in own or user in coordinators_of(submission.organisation)


def is_open_to_appeal(decision: Decision) -> bool:
    """Tell whether a decision still stands, can be objected to and has not been."""
    stage = STAGE_LEFT.get(DecisionKind(decision.kind))
    latest = decision.submission.decisions.order_by("pk").last()
    stands = decision.submission.stage == stage and latest == decision
    return stands and not Appeal.objects.filter(decision=decision).exists()


@transaction.atomic
def make_appeal(decision: Decision, by: User, words: str) -> Appeal:
    """Object to a decision; return the appeal.

    Raises ``Refusal`` without words, ``NotYours``, ``OvertakenByEvents`` where somebody has appealed already.
    """
    if not words.strip():
        raise Refusal(_g("Say why the decision should be looked at again."))
    if Appeal.objects.filter(decision=decision).exists():
        raise OvertakenByEvents(_g("Somebody has appealed against this decision already."))
    if not may_appeal(by, decision):
        raise NotYours(_g("Only the owner and the coordinators of the organisation may appeal, while it stands."))
    try:
        with transaction.atomic():
            appeal = Appeal.objects.create(decision=decision, by=by, words=words.strip()[:5000])
    except IntegrityError as error:
        raise OvertakenByEvents(_g("Somebody has appealed against this decision already.")) from error
    tell_appealed(appeal)
    return appeal


@transaction.atomic
def answer_appeal(appeal: Appeal, by: User, words: str, *, is_granted: bool) -> Decision:
    """Grant an appeal, which restores what was decided on, or reject it; return the line of the log.

    Raises ``Refusal`` without words, ``NotYours`` for who had a part in it, ``OvertakenByEvents`` when it is answered.
    """
    if not words.strip():
        raise Refusal(_g("Say why: the person who appealed will read it."))
    fresh = Appeal.objects.select_for_update(of=("self",)).get(pk=appeal.pk)
    if fresh.at is not None:
        raise OvertakenByEvents(_g("Somebody has answered this appeal already."))
    if not may_answer(by, fresh):
        raise NotYours(_g("This appeal is for a leader of another region, who had no part in the decision."))
    decision = _grant(fresh, by, words) if is_granted else _uphold(fresh, by, words)
    fresh.is_granted, fresh.answered_by, fresh.answer, fresh.at = is_granted, by, words.strip()[:5000], timezone.now()
    fresh.save()
    tell_answered(fresh)
    return decision


def _uphold(appeal: Appeal, by: User, words: str) -> Decision:
    return record(appeal.decision.submission, DecisionKind.UPHOLD, by, words=words)


def _grant(appeal: Appeal, by: User, words: str) -> Decision:
    kind = DecisionKind(appeal.decision.kind)
    submission = Submission.objects.select_for_update(of=("self",)).get(pk=appeal.decision.submission_id)
    page = submission.page.specific if submission.page else None
    if page is None:
        raise OvertakenByEvents(_g("The page is gone, so there is nothing to restore."))
    if submission.stage != STAGE_LEFT[kind] or page.live:
        raise OvertakenByEvents(_g("It has moved on since: %s.") % submission.get_stage_display().lower())
    verb = _publish_again if kind == DecisionKind.UNPUBLISH else _review_again
    return verb(submission, page, by, words)


def _publish_again(submission: Submission, page: Page, by: User, words: str) -> Decision:
    """Publish what was on the site; stage and log come first, so that following the signal adds no line."""
    revision = submission.revision or page.get_latest_revision()
    submission.revision = revision
    submission.stage, submission.stage_since, submission.decided_at = Stage.PUBLISHED, timezone.now(), timezone.now()
    submission.save()
    decision = record(submission, DecisionKind.RESTORE, by, words=words)
    revision.publish(user=by, skip_permission_checks=True)
    return decision


def _review_again(submission: Submission, page: Page, by: User, words: str) -> Decision:
    """Send what was declined through the review once more; the region above sees it beside who declined it."""
    if page.workflow_in_progress or not (workflow := page.get_workflow()):
        raise OvertakenByEvents(_g("It has been sent again already."))
    decision = record(submission, DecisionKind.REOPEN, by, words=words)
    workflow.start(page, submission.author or page.owner)
    Submission.objects.filter(pk=submission.pk).update(escalation=Escalation.REGION_ABOVE)
    return decision
