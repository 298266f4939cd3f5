"""What anybody may try with a page, as the CMS and the review desk let them: the same checks, then the same verb."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied

from library.models import Appeal, DecisionKind, ResourcePage, Submission
from library.moderation.checks.run import run_checks
from library.moderation.claim import claim_review, hand_on, release_review
from library.moderation.decide import Verdict, decide
from library.upkeep.appeal import answer_appeal, make_appeal
from library.upkeep.take_off import unpublish_resource
from network.models import User

type Deed = Callable[[User, ResourcePage, User], object]


def latest(page: ResourcePage) -> Submission:
    """Return the last submission of a page; without any there is nothing to review."""
    found: Submission | None = Submission.objects.filter(page=page.pk).order_by("pk").last()
    if found is None:
        raise PermissionDenied
    return found


def send(person: User, page: ResourcePage, colleague: User) -> None:
    """Send, for the first time or again."""
    rights = page.permissions_for_user(person)
    if not (rights.can_edit() and rights.can_submit_for_moderation()):
        raise PermissionDenied
    state = page.current_workflow_state
    if state is not None and state.status == state.STATUS_NEEDS_CHANGES:
        state.resume(person)
    else:
        page.get_workflow().start(page, person)


def take_back(person: User, page: ResourcePage, colleague: User) -> None:
    """Stop the workflow."""
    state = page.current_workflow_state
    if state is None or not (page.permissions_for_user(person).can_edit() and state.user_can_cancel(person)):
        raise PermissionDenied
    state.cancel(user=person)


def edit(person: User, page: ResourcePage, colleague: User) -> None:
    """Save a draft, which the lock of the review forbids."""
    rights = page.permissions_for_user(person)
    if not rights.can_edit() or rights.page_locked():
        raise PermissionDenied
    page.summary = f"{page.summary[:500]} Again."
    page.save_revision(user=person)


def publish_by_hand(person: User, page: ResourcePage, colleague: User) -> None:
    """Publish without review."""
    if not page.permissions_for_user(person).can_publish():
        raise PermissionDenied
    page.get_latest_revision().publish(user=person)


def unpublish(person: User, page: ResourcePage, colleague: User) -> None:
    """Take it off the site."""
    if not page.permissions_for_user(person).can_unpublish():
        raise PermissionDenied
    page.unpublish(user=person)


def take_off(person: User, page: ResourcePage, colleague: User) -> None:
    """Take it off the site, with a reason."""
    unpublish_resource(page, person, words="It is out of date.")


def appeal(person: User, page: ResourcePage, colleague: User) -> None:
    """Object to the last decision."""
    decision = latest(page).decisions.order_by("pk").last()
    if decision is None:
        raise PermissionDenied
    make_appeal(decision, person, "It is right as it is.")


def answering(*, is_granted: bool) -> Deed:
    """Return the deed of answering an appeal so; an old one too, which something else may have overtaken."""

    def deed(person: User, page: ResourcePage, colleague: User) -> object:
        waiting = Appeal.objects.filter(decision__submission=latest(page), at__isnull=True).first()
        if waiting is None:
            raise PermissionDenied
        return answer_appeal(waiting, person, "I looked at it again.", is_granted=is_granted)

    return deed


def deciding(kind: DecisionKind) -> Deed:
    """Return the deed of deciding so."""

    def deed(person: User, page: ResourcePage, colleague: User) -> object:
        submission = latest(page)
        return decide(submission, person, Verdict(kind, words="Because of the ward."), submission.revision_id)

    return deed


DEEDS: dict[str, Deed] = {
    "send": send,
    "check": lambda person, page, colleague: run_checks(latest(page)),
    "take back": take_back,
    "edit": edit,
    "claim": lambda person, page, colleague: claim_review(latest(page), person),
    "give back": lambda person, page, colleague: release_review(latest(page), person),
    "hand on": lambda person, page, colleague: hand_on(latest(page), person, colleague),
    "publish": deciding(DecisionKind.PUBLISH),
    "ask for changes": deciding(DecisionKind.CHANGES),
    "decline": deciding(DecisionKind.DECLINE),
    "publish by hand": publish_by_hand,
    "unpublish": unpublish,
    "take off": take_off,
    "appeal": appeal,
    "grant an appeal": answering(is_granted=True),
    "reject an appeal": answering(is_granted=False),
}
