"""Telling people what happened to what they look after, and what waits for their answer."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from library.moderation.after_publication import Appeal
from library.moderation.decisions import Decision
from library.resources.base import ResourcePage
from library.upkeep.answering import answerers_of, may_answer
from library.upkeep.standing import caretakers_of, coordinators_of, may_look_after
from network.models import User
from network.notifications.kinds import Kind, register
from network.notifications.notify import notify

LOOKING_AFTER, LOOKING_AFTER_LABEL = "looking-after", _("What I look after")


def _may_look_after(user: User, page: ResourcePage) -> bool:
    return may_look_after(user, page)


def _is_theirs(user: User, decision: Decision) -> bool:
    page = decision.submission.page
    sent_it = user.pk == decision.submission.author_id
    return sent_it or (page is not None and may_look_after(user, page.specific))


def _decision_page(decision: Decision, data: Mapping[str, Any]) -> str:
    return reverse("make_appeal", args=[decision.pk])


REVIEW_BY = Kind(
    name="review-by",
    group=LOOKING_AFTER,
    group_label=LOOKING_AFTER_LABEL,
    may_know=_may_look_after,
    action=lambda page, data: reverse("wagtailadmin_pages:edit", args=[page.pk]),
)
TAKEN_OFF = Kind(
    name="taken-off",
    group="taken-off",
    group_label=_("What was taken off the site"),
    may_know=_is_theirs,
    action=_decision_page,
    is_essential=True,
)
APPEAL_MADE = Kind(
    name="appeal-made",
    group="appeals",
    group_label=_("Appeals that wait for my answer"),
    may_know=may_answer,
    action=lambda appeal, data: reverse("answer_appeal", args=[appeal.pk]),
)
APPEAL_ANSWERED = Kind(
    name="appeal-answered",
    group=LOOKING_AFTER,
    group_label=LOOKING_AFTER_LABEL,
    may_know=lambda user, appeal: _is_theirs(user, appeal.decision) or user.pk == appeal.by_id,
    action=lambda appeal, data: reverse("make_appeal", args=[appeal.decision_id]),
)
ADAPTED = Kind(
    name="adapted",
    group=LOOKING_AFTER,
    group_label=LOOKING_AFTER_LABEL,
    may_know=lambda user, page: page.live,
    action=lambda page, data: page.get_url() or "/",
)


def register_kinds() -> None:
    """Make the kinds known; called once when the app is ready."""
    register(REVIEW_BY, TAKEN_OFF, APPEAL_MADE, APPEAL_ANSWERED, ADAPTED)


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
    """Tell who appealed, and the coordinators, what the answer is."""
    people = {*([appeal.by] if appeal.by else []), *coordinators_of(appeal.decision.submission.organisation)}
    notify(APPEAL_ANSWERED, people, appeal, key=str(appeal.pk))


def tell_adapted(page: ResourcePage) -> None:
    """Tell who looks after a resource that an adaptation of it is published."""
    if page.adapted_from is not None:
        original = page.adapted_from.specific
        others = [each for each in caretakers_of(original) if each.pk != page.owner_id]
        notify(ADAPTED, others, page, key=str(page.pk))
