"""Looking again: a resource gets a date when it is published, and a new one when somebody says that it is still right.

The date is a field of the page, so it is written into the latest revision as well: what is published from that must
not bring the old date back.
"""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _g
from wagtail.models import Page

from library.moderation.decisions import Decision, DecisionKind
from library.moderation.log import record
from library.moderation.refusals import NotYours, OvertakenByEvents
from library.moderation.settings import ModerationSettings
from library.resources.base import ResourcePage
from library.upkeep.months import add_months
from library.upkeep.standing import may_look_after, what_published
from network.models import User


def next_review() -> date:
    """Return the date by which what is published or confirmed today should be looked at again."""
    return add_months(timezone.localdate(), ModerationSettings.load().review_after_months)


@transaction.atomic
def confirm_still_right(page: ResourcePage, by: User) -> Decision:
    """Note that somebody has looked at a resource and found it still right; return the line of the log.

    Raises ``NotYours`` for who does not look after it, ``OvertakenByEvents`` when it is off the site, or was confirmed
    already: following the link of a mail twice has one effect.
    """
    fresh = ResourcePage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    if not may_look_after(by, fresh):
        raise NotYours(_g("This resource is no longer yours to look after."))
    if not fresh.live:
        raise OvertakenByEvents(_g("It is off the site, so there is nothing to confirm."))
    if fresh.review_by and fresh.review_by > timezone.localdate():
        raise OvertakenByEvents(_g("Somebody has looked at it already. Thank you all the same."))
    set_review_date(fresh, next_review())
    return record(what_published(fresh), DecisionKind.STILL_RIGHT, by)


def set_review_date(page: ResourcePage, day: date) -> None:
    """Write the date into the page and into its latest revision."""
    ResourcePage.objects.filter(pk=page.pk).update(review_by=day)
    page.review_by = day
    revision = page.latest_revision
    if revision is not None:
        revision.content = {**revision.content, "review_by": day.isoformat()}
        revision.save(update_fields=["content"])


def date_when_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Give what is published without a date, or with one that is over, the date that is usual."""
    if not isinstance(instance, ResourcePage) or not instance.grows_old:
        return
    if instance.review_by is None or instance.review_by <= timezone.localdate():
        set_review_date(instance, next_review())
