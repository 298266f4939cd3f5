"""What is due to be sent: at once, or with the daily mail of somebody; what failed waits longer each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from network.notifications.delivery import with_delivery
from network.notifications.models import Delivery, Notification, NotificationState
from network.notifications.readers import zone_named

# How long after each attempt the next one is made: seven attempts in 21 hours, then a person has to look.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 360, 720))
MOST_ATTEMPTS = len(PAUSES) + 1


@dataclass(frozen=True, slots=True)
class Batch:
    """The keys of the notifications that make up one mail, in order; at least one."""

    keys: list[int]
    is_digest: bool = False


def ready(now: datetime) -> QuerySet[Notification]:
    """Return what waits and is not in a pause."""
    rested = Q(attempts=0)
    for attempts, pause in enumerate(PAUSES, start=1):
        rested |= Q(attempts=attempts, claimed_at__lte=now - pause)
    return Notification.objects.filter(rested, state=NotificationState.WAITING)


def waiting(keys: Sequence[int]) -> QuerySet[Notification]:
    """Return those of these that still wait, with all that is needed to write the mail."""
    rows = Notification.objects.filter(pk__in=keys, state=NotificationState.WAITING).order_by("pk")
    return rows.select_related("recipient__wagtail_userprofile").prefetch_related("about")


def due(now: datetime) -> list[Batch]:
    """Return the mails to be sent now: what is wanted at once, oldest first, then the daily ones; three SQL queries."""
    rows = ripe_for_digest(now).values_list("recipient_id", "pk")
    digests = [[pk for _, pk in of_one] for _recipient, of_one in groupby(rows, key=itemgetter(0))]
    return [*(Batch([pk]) for pk in _at_once(now)), *(Batch(keys, is_digest=True) for keys in digests)]


def next_due(now: datetime) -> Batch | None:
    """Return the first of them; four SQL queries at most, however much waits."""
    if (first := _at_once(now).first()) is not None:
        return Batch([first])
    ripe = ripe_for_digest(now)
    recipient = ripe.values_list("recipient_id", flat=True).first()
    keys = list(ripe.filter(recipient=recipient).values_list("pk", flat=True)) if recipient else []
    return Batch(keys, is_digest=True) if keys else None


def unwanted(now: datetime) -> QuerySet[Notification]:
    """Return what waits for somebody who wants none of it."""
    return with_delivery(ready(now)).filter(delivery=Delivery.NEVER)


def last_digest_time(now: datetime, zone: str = "") -> datetime:
    """Return when daily mails were last to be sent: today or yesterday at ``NOTIFICATIONS_DIGEST_HOUR`` in a time zone.

    What is told after it waits for the next day. Hence one mail a day, and none lost or repeated by a stop in between.
    """
    local = timezone.localtime(now, zone_named(zone))
    today = local.replace(hour=settings.NOTIFICATIONS_DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return today if today <= local else today - timedelta(days=1)


def ripe_for_digest(now: datetime) -> QuerySet[Any]:
    """Return what is for daily mails whose hour has come, for each of their readers in turn.

    The hour is that of the reader's own time zone, as chosen in the CMS.
    """
    wanted = with_delivery(ready(now)).filter(delivery=Delivery.DIGEST)
    wanted = wanted.annotate(zone=Coalesce("recipient__wagtail_userprofile__current_time_zone", Value("")))
    told_before = Q(pk__in=[])
    for zone in wanted.values_list("zone", flat=True).distinct().order_by():
        told_before |= Q(zone=zone, made_at__lt=last_digest_time(now, zone))
    ripe: QuerySet[Any] = wanted.filter(told_before).order_by("recipient", "pk")
    return ripe


def _at_once(now: datetime) -> QuerySet[Any, int]:
    wanted = with_delivery(ready(now)).filter(delivery=Delivery.AT_ONCE)
    keys: QuerySet[Any, int] = wanted.order_by("pk").values_list("pk", flat=True)
    return keys
