"""Taking a resource off the site, with a reason that its owner reads and may object to."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g
from wagtail.actions.unpublish_page import UnpublishPageAction

from library.moderation.decisions import Decision, DecisionKind, DecisionReason
from library.moderation.log import record
from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.moderation.submissions import Stage
from library.resources.base import ResourcePage
from library.upkeep.notices import tell_taken_off
from library.upkeep.standing import may_take_off, what_published
from network.models import User


@transaction.atomic
def unpublish_resource(
    page: ResourcePage, by: User, reasons: Iterable[DecisionReason] = (), words: str = ""
) -> Decision:
    """Take a resource off the site; return the line of the log.

    Raises ``NotYours``, ``OvertakenByEvents`` when it is off already, ``Refusal`` without a reason.
    """
    reasons = list(reasons)
    if not (words.strip() or reasons):
        raise Refusal(_g("Say why: choose a reason or write a sentence."))
    fresh = ResourcePage.objects.select_for_update(of=("self",)).get(pk=page.pk).specific
    if not fresh.live:
        raise OvertakenByEvents(_g("It is off the site already."))
    if not may_take_off(by, fresh):
        raise NotYours(_g("Only who looks after this resource or reviews its region may take it off the site."))
    decision = _decide(fresh, by, reasons, words)
    # Whoever may do this need not have the right to publish anything else, which Wagtail would ask for.
    UnpublishPageAction(fresh, user=by).execute(skip_permission_checks=True)
    tell_taken_off(decision)
    return decision


def _decide(page: ResourcePage, by: User, reasons: list[DecisionReason], words: str) -> Decision:
    """Write stage and log first: what follows unpublishing by hand then finds that it is known already."""
    submission = what_published(page)
    submission.stage, submission.stage_since, submission.decided_at = Stage.UNPUBLISHED, timezone.now(), timezone.now()
    submission.revision_id = page.live_revision_id or submission.revision_id
    submission.claimed_by = submission.claimed_at = submission.due_at = None
    submission.save()
    return record(submission, DecisionKind.UNPUBLISH, by, words=words, reasons=reasons)
