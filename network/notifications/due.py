"""What is due to be sent: at once, or with the daily mail of somebody; what failed waits longer each time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from network.notifications.delivery import with_delivery
from network.notifications.models import Delivery, Notification, NotificationState

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


def due(now: datetime) -> list[Batch]:
    """Return the mails to be sent now: what is wanted at once, oldest first, then the daily ones; two SQL queries."""
    waiting = with_delivery(ready(now))
    at_once = waiting.filter(delivery=Delivery.AT_ONCE).order_by("pk").values_list("pk", flat=True)
    return [*(Batch([pk]) for pk in at_once), *_digests(waiting, now)]


def unwanted(now: datetime) -> QuerySet[Notification]:
    """Return what waits for somebody who wants none of it."""
    return with_delivery(ready(now)).filter(delivery=Delivery.NEVER)


def last_digest_time(now: datetime) -> datetime:
    """Return when daily mails were last to be sent: today or yesterday at ``NOTIFICATIONS_DIGEST_HOUR``.

    What is told after it waits for the next day. Hence one mail a day, and none lost or repeated by a stop in between.
    """
    today = timezone.localtime(now).replace(hour=settings.NOTIFICATIONS_DIGEST_HOUR, minute=0, second=0, microsecond=0)
    return today if today <= now else today - timedelta(days=1)


def _digests(waiting: QuerySet[Any], now: datetime) -> Iterator[Batch]:
    ripe = waiting.filter(delivery=Delivery.DIGEST, made_at__lt=last_digest_time(now))
    rows = ripe.order_by("recipient", "pk").values_list("recipient_id", "pk")
    for _recipient, of_one in groupby(rows, key=itemgetter(0)):
        yield Batch([pk for _, pk in of_one], is_digest=True)
