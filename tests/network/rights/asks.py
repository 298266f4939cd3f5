"""How each line of the table is asked: under the thing and the deed that the table names."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from library.models import Decision, DecisionKind, Message, SpotCheck, Submission
from library.moderation.claim import claim_review, hand_on
from library.moderation.converse import say
from library.moderation.decide import Verdict, decide
from library.moderation.decisions import LogIsReadOnly
from library.upkeep.appeal import answer_appeal, make_appeal
from library.upkeep.spot_checks import close_spot_check
from library.upkeep.still_right import confirm_still_right
from network.models import User
from network.who_may import Who
from tests.network.rights.asking import (
    Ask,
    calls,
    downloads,
    opens,
    page,
    posts,
    reads,
    shows,
    the,
)
from tests.network.rights.asks_about_networks import NETWORK, PEOPLE, SECTION
from tests.network.rights.world import World, appeal

EDIT, CHOOSE = "wagtailadmin_pages:edit", "wagtailadmin_choose_page_search"
Deeds = dict[str, Ask]


def _is_live(name: str) -> Callable[[World], bool]:
    return lambda world: bool(Page.objects.get(pk=world.pages[name].pk).live)


def _is_off(name: str) -> Callable[[World], bool]:
    return lambda world: not _is_live(name)(world)


def publishes(world: World, who: Who) -> bool:
    """Whether the action of the explorer publishes a draft."""
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    world.clients[who].post(f"{address}?id={world.pages['draft'].pk}")
    return _is_live("draft")(world)


PUBLISHED: Deeds = {
    "read it": reads("published"),
    "find it by searching": shows("Aurorapublished", "search", query="?q=filming"),
    "open its file": downloads("published"),
    "read what is for members only": reads("members"),
    "find what is for members only": shows("Auroramembers", "search", query="?q=filming"),
    "open the file of what is for members only": downloads("members"),
    "open it in the editor": opens(EDIT, page("published")),
    "link to it in the editor": shows("Aurorapublished", CHOOSE, query="?q=Aurora"),
    "delete it": posts(
        "wagtailadmin_pages:delete",
        page("published"),
        {},
        lambda world: not Page.objects.filter(pk=world.pages["published"].pk).exists(),
    ),
    "publish without review": publishes,
    "make it private": posts(
        "wagtailadmin_pages:set_privacy",
        page("published"),
        {"restriction_type": "login"},
        lambda world: PageViewRestriction.objects.filter(page=world.pages["published"].pk).exists(),
    ),
    "take it off the site, with a reason": posts(
        "take_off", page("published"), {"words": "Out of date."}, _is_off("published")
    ),
    "say that it is still right": calls(lambda world, user: confirm_still_right(world.pages["published"], user)),
    "look at it afterwards, if published on trust": calls(
        lambda world, user: close_spot_check(world.one(SpotCheck), user, is_fine=True)
    ),
}

PUBLISHED |= {
    "copy it beside itself": opens("copy_resource", page("published")),
    "adapt it in one's own section, where its licence allows": opens("adapt_resource", page("published")),
    "hand it to a colleague": opens("hand_over_resource", page("published")),
}

DRAFT: Deeds = {
    "read it on the site": reads("draft"),
    "open its file": downloads("draft"),
    "read it in the CMS": opens("wagtailadmin_pages:view_draft", page("draft")),
    "open it in the editor": opens(EDIT, page("draft")),
    "find it in the CMS": shows("Auroradraft", "resources:index", query="?q=Aurora"),
    "link to it in the editor": shows("Auroradraft", CHOOSE, query="?q=Aurora"),
    "see its history": opens("wagtailadmin_pages:history", page("draft")),
    "see where it is used": opens("wagtailadmin_pages:usage", page("draft")),
    "delete it": posts(
        "wagtailadmin_pages:delete",
        page("draft"),
        {},
        lambda world: not Page.objects.filter(pk=world.pages["draft"].pk).exists(),
    ),
}


def send(world: World, user: User) -> None:
    """Send the draft as the editor does."""
    draft = world.pages["draft"]
    rights = draft.permissions_for_user(user)
    if not (rights.can_edit() and rights.can_submit_for_moderation()):
        raise PermissionDenied
    draft.get_workflow().start(draft, user)


DRAFT["send it for review"] = calls(send)


def deciding(kind: DecisionKind) -> Callable[[World, User], object]:
    """Decide on what is in review."""

    def verb(world: World, user: User) -> object:
        submission = world.one(Submission)
        return decide(submission, user, Verdict(kind, words="Why?"), submission.revision_id)

    return verb


def take_back(world: World, user: User) -> None:
    """Stop the review as the editor does."""
    review = world.pages["review"]
    state = review.current_workflow_state
    if not (review.permissions_for_user(user).can_edit() and state.user_can_cancel(user)):
        raise PermissionDenied
    state.cancel(user=user)


IN_REVIEW: Deeds = {
    "read what the checks find before it is sent": opens("before_sending", page("review")),
    "read it on its review page": opens("review_submission", the(Submission)),
    "open it in the editor, locked": opens(EDIT, page("review")),
    "open its file": downloads("review"),
    "see it on one's review desk": shows("Aurorareview", "review_desk"),
    "take it": calls(lambda world, user: claim_review(world.one(Submission), user)),
    "hand it to a colleague": calls(
        lambda world, user: hand_on(world.one(Submission), user, User.objects.get(email="second@example.org"))
    ),
    "publish it, ask for changes or decline": calls(deciding(DecisionKind.DECLINE)),
    "write in the conversation": posts(
        "review_say", the(Submission), {"message-text": "When was it?"}, lambda world: Message.objects.exists()
    ),
    "write and read notes among reviewers": calls(
        lambda world, user: say(world.one(Submission), user, "Between us.", is_internal=True)
    ),
    "take it back": calls(take_back),
}


def rewrite_the_log(world: World, user: User) -> None:
    """Change a line, as if by a mistake in the code."""
    try:
        world.one(Decision).delete()
    except LogIsReadOnly as error:
        raise PermissionDenied from error


DECIDED: Deeds = {
    "appeal against it": calls(lambda world, user: make_appeal(world.one(Decision), user, "It is right.")),
    "answer the appeal": calls(lambda world, user: answer_appeal(appeal(world), user, "It is.", is_granted=True)),
    "see it in the report of decisions": shows("Auroraoff", "report_decisions"),
    "see how long answers take in its region": shows("Belgium", "report_times"),
    "change or delete it in the log": calls(rewrite_the_log),
}


ASKS: dict[str, dict[str, Any]] = {
    "What is published": PUBLISHED,
    "A draft": DRAFT,
    "What is in review": IN_REVIEW,
    "A decision": DECIDED,
    "An organisation's section": SECTION,
    "An organisation's people": PEOPLE,
    "The network": NETWORK,
}
