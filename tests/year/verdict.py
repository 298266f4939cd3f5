"""What must hold at the end of the year, whatever has happened in it."""

from collections.abc import Iterator

from django.db.models import Exists, F, OuterRef, Q

from library.models import Decision, DecisionKind, ResourcePage, Stage, Submission
from network.models import Membership, Notification, NotificationState
from search.index.integrity import check_live_index

MAKES_PUBLIC = (DecisionKind.PUBLISH, DecisionKind.DIRECT, DecisionKind.IMPORT, DecisionKind.RESTORE)
OF_A_PERSON = (DecisionKind.APPROVE, DecisionKind.PUBLISH, DecisionKind.CHANGES, DecisionKind.DECLINE)


def flaws() -> list[str]:
    """Return what is wrong, in words; nothing if all is well."""
    return [*_public_without_decision(), *_own_decisions(), *_without_owner(), *_out_of_step(), *_mails(), *_index()]


def _public_without_decision() -> Iterator[str]:
    decided = Decision.objects.filter(
        submission__page=OuterRef("pk"), revision=OuterRef("live_revision"), kind__in=MAKES_PUBLIC
    )
    for page in ResourcePage.objects.live().exclude(Exists(decided)):
        yield f"{page} is public, and nobody decided so"
    published_anew = Submission.objects.filter(stage=Stage.PUBLISHED).values("page")  # by a later submission
    taken_down = Submission.objects.filter(page__live=True, stage=Stage.UNPUBLISHED)
    for submission in taken_down.exclude(page__in=published_anew):
        yield f"{submission} was unpublished, and is public"


def _own_decisions() -> Iterator[str]:
    own = Q(by=F("submission__author")) | Q(by=F("submission__page__owner"))
    for decision in Decision.objects.filter(own, kind__in=OF_A_PERSON):
        yield f"{decision.by_name} decided on what is their own: {decision}"


def _without_owner() -> Iterator[str]:
    members = set(Membership.objects.filter(person__is_active=True).values_list("organisation_id", "person_id"))
    for page in ResourcePage.objects.select_related("owner"):
        if (page.organisation.pk, page.owner_id) not in members:
            yield f"{page} of {page.organisation} belongs to {page.owner}, who is no member"


def _out_of_step() -> Iterator[str]:
    """Stages and Wagtail's workflow say the same of everything."""
    for submission in Submission.objects.filter(workflow_state__isnull=False).select_related("workflow_state"):
        status = submission.workflow_state.status if submission.workflow_state else ""
        allowed = STATUS_OF.get(Stage(submission.stage))
        if allowed and status not in allowed:
            yield f"{submission} is {submission.stage}, and its workflow {status}"


STATUS_OF = {
    Stage.CHECKS: {"in_progress"},
    Stage.REVIEW: {"in_progress"},
    Stage.SENT_BACK: {"needs_changes"},
    Stage.DECLINED: {"cancelled"},
    Stage.WITHDRAWN: {"cancelled"},
}


def _mails() -> Iterator[str]:
    """Nothing waits that should be sent, and nothing was given up."""
    settled = (NotificationState.SENT, NotificationState.WITHHELD)
    for notification in Notification.objects.exclude(state__in=settled):
        yield f"{notification} is {notification.state}: {notification.error}"


def _index() -> Iterator[str]:
    report = check_live_index()
    if not report.clean or report.waiting:
        yield f"index and database differ: {report.summary}, {report.waiting} waiting"
