"""Telling people what happened to what they look after, and what waits for their answer."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from library.moderation.after_publication import Appeal
from library.moderation.decisions import Decision
from library.moderation.notices.people import answers_for
from library.resources.base import ResourcePage
from library.upkeep.answering import answerers_of, may_answer
from library.upkeep.standing import caretakers_of, coordinators_of, may_look_after, may_read
from network.models import User
from network.notifications.kinds import Kind, register
from network.notifications.notify import notify

LOOKING_AFTER, LOOKING_AFTER_LABEL = "looking-after", _("What I look after")


def _is_asked(user: User, page: ResourcePage) -> bool:
    """Tell whether somebody is still to say that a resource is right: nobody has done so, or taken it off, since."""
    is_due = page.live and page.review_by is not None and page.review_by <= timezone.localdate()
    return is_due and may_look_after(user, page)


def _is_theirs(user: User, decision: Decision) -> bool:
    page = decision.submission.page
    return answers_for(user, decision.submission) or (page is not None and may_look_after(user, page.specific))


def _waits_for(user: User, appeal: Appeal) -> bool:
    return appeal.at is None and may_answer(user, appeal)


def _was_theirs_to_adapt(user: User, page: ResourcePage) -> bool:
    original = page.adapted_from
    return page.live and may_read(user, page) and original is not None and may_look_after(user, original.specific)


def _decision_page(decision: Decision, data: Mapping[str, Any]) -> str:
    return reverse("make_appeal", args=[decision.pk])


REVIEW_BY = Kind(
    name="review-by",
    group=LOOKING_AFTER,
    group_label=LOOKING_AFTER_LABEL,
    may_know=_is_asked,
    action=lambda page, data: page.get_url() or "/",
    action_label=_("Read it"),
)
TAKEN_OFF = Kind(
    name="taken-off",
    group="taken-off",
    group_label=_("What was taken off the site"),
    may_know=_is_theirs,
    action=_decision_page,
    is_essential=True,
    action_label=_("Read why, or appeal"),
)
APPEAL_MADE = Kind(
    name="appeal-made",
    group="appeals",
    group_label=_("Appeals that wait for my answer"),
    may_know=_waits_for,
    action=lambda appeal, data: reverse("answer_appeal", args=[appeal.pk]),
    action_label=_("Read and answer"),
)
APPEAL_ANSWERED = Kind(
    name="appeal-answered",
    group=LOOKING_AFTER,
    group_label=LOOKING_AFTER_LABEL,
    may_know=lambda user, appeal: _is_theirs(user, appeal.decision),
    action=lambda appeal, data: reverse("make_appeal", args=[appeal.decision_id]),
    action_label=_("Read the answer"),
)
ADAPTED = Kind(
    name="adapted",
    group=LOOKING_AFTER,
    group_label=LOOKING_AFTER_LABEL,
    may_know=_was_theirs_to_adapt,
    action=lambda page, data: page.get_url() or "/",
    action_label=_("See the adaptation"),
)
HANDED_OVER = Kind(
    name="handed-over",
    group=LOOKING_AFTER,
    group_label=LOOKING_AFTER_LABEL,
    may_know=lambda user, page: page.owner_id == user.pk,
    action=lambda page, data: reverse("wagtailadmin_pages:edit", args=[page.pk]),
)


def register_kinds() -> None:
    """Make the kinds known; called once when the app is ready."""
    register(REVIEW_BY, TAKEN_OFF, APPEAL_MADE, APPEAL_ANSWERED, ADAPTED, HANDED_OVER)


def tell_taken_off(decision: Decision) -> None:
    """Tell who looks after a resource that it is off the site, unless they did it themselves."""
    page = decision.submission.page
    caretakers = caretakers_of(page.specific) if page is not None else []
    people = {*caretakers, *([decision.submission.author] if decision.submission.author else [])}
    notify(TAKEN_OFF, [each for each in people if each.pk != decision.by_id], decision, key=str(decision.pk))


def tell_appealed(appeal: Appeal) -> None:
    """Tell those who may answer an appeal that it waits."""
    notify(APPEAL_MADE, User.objects.filter(pk__in=answerers_of(appeal)), appeal, key=str(appeal.pk))


def tell_answered(appeal: Appeal) -> None:
    """Tell who appealed, who had sent it, and the coordinators, what the answer is."""
    submission = appeal.decision.submission
    people = {*filter(None, [appeal.by, submission.author]), *coordinators_of(submission.organisation)}
    notify(APPEAL_ANSWERED, people, appeal, key=str(appeal.pk))


def tell_adapted(page: ResourcePage) -> None:
    """Tell who looks after a resource that an adaptation of it is published."""
    if page.adapted_from is not None:
        original = page.adapted_from.specific
        others = [each for each in caretakers_of(original) if each.pk != page.owner_id]
        notify(ADAPTED, others, page, key=str(page.pk))


def tell_handed_over(page: ResourcePage, successor: User) -> None:
    """Tell somebody that they look after a resource now."""
    notify(HANDED_OVER, [successor], page, key=f"{page.pk}:{timezone.now().isoformat()}")
