"""Asking whoever looks after a resource, when its date has come, whether it is still right."""

from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from library.resources.base import ResourcePage
from library.upkeep.notices import REVIEW_BY
from library.upkeep.standing import caretakers_of, coordinators_of
from network.models import User
from network.notifications.notify import notify

REMINDERS = (0, 14, 42)  # days after the date; the last one also goes to the coordinators
GIVEN_UP_AFTER = 70  # days; from then on the desks say it, and no mail


def ask_what_is_due() -> int:
    """Ask about everything whose date has come; return how many resources that are. Asking twice is asking once.

    Part of the worker's round.
    """
    asked = 0
    for page in due_for_review(timezone.localdate()).iterator():
        step = _step(page)
        notify(REVIEW_BY, _people(page, step), page, key=f"{page.pk}:{page.review_by}:{step}", data={"step": step})
        asked += 1
    return asked


def due_for_review(today: date) -> QuerySet[ResourcePage]:
    """Return what is on the site and should be looked at, since not too long ago."""
    since = today - timedelta(days=GIVEN_UP_AFTER)
    pages: QuerySet[ResourcePage] = ResourcePage.objects.live().filter(review_by__lte=today, review_by__gte=since)
    pages = pages.select_related("owner", "successor", "latest_revision")
    return pages.order_by("review_by", "pk")


def _step(page: ResourcePage) -> int:
    over = (timezone.localdate() - (page.review_by or timezone.localdate())).days
    return max(step for step, days in enumerate(REMINDERS) if over >= days)


def _people(page: ResourcePage, step: int) -> set[User]:
    people = set(caretakers_of(page))
    if step == len(REMINDERS) - 1:
        people |= set(coordinators_of(page.organisation))
    return people
