"""What people are told about joining, and about organisations that nobody coordinates."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from network.joining.deciders import Deciders
from network.joining.models import JoinRequest
from network.notifications.kinds import Kind, register
from network.organisations.models import OrganisationPage
from network.organisations.responsible import Responsible
from network.organisations.vacancies import is_vacant
from network.users.models import User


def _may_decide(person: User, about: JoinRequest) -> bool:
    return about.at is None and Deciders.read().may_decide(person, about)


def _is_their_own(person: User, about: JoinRequest) -> bool:
    return about.person_id == person.pk


def _is_still_vacant(person: User, about: OrganisationPage) -> bool:
    responsible = Responsible.read()
    return is_vacant(about) and person.pk in responsible.for_organisation(about) | responsible.administrators


def _requests(about: Any, data: Mapping[str, Any]) -> str:
    return reverse("join_requests")


def _share(about: Any, data: Mapping[str, Any]) -> str:
    return reverse("share")


def _people(about: OrganisationPage, data: Mapping[str, Any]) -> str:
    return reverse("organisation_people", args=[about.pk]) if data.get("role") else reverse("share")


def _its_people(about: Any, data: Mapping[str, Any]) -> str:
    return reverse("organisation_people", args=[about.pk])


GROUP = _("Joining, and the people of organisations")
ANSWERS = _("Answers to your requests to join")
JOIN_REQUEST = Kind("join-request", "joining", GROUP, _may_decide, _requests)
JOIN_DECIDED = Kind("join-decided", "join-answers", ANSWERS, _is_their_own, _share, is_essential=True)
WITHOUT_COORDINATOR = Kind("left-without-coordinator", "joining", GROUP, _is_still_vacant, _its_people)
MEMBERSHIP_CHANGED = Kind("membership-changed", "joining", GROUP, lambda person, about: person.is_active, _people)


def register_kinds() -> None:
    """Make them known; called once when the app is ready."""
    register(JOIN_REQUEST, JOIN_DECIDED, WITHOUT_COORDINATOR, MEMBERSHIP_CHANGED)
