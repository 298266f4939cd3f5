"""What becomes of notifications: claimed, sent, withheld, postponed, given up, and sent again by hand."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet

from network.notifications.due import MOST_ATTEMPTS, unwanted
from network.notifications.models import Notification, NotificationState

STUCK_AFTER = timedelta(minutes=10)  # twenty times as long as a mail server is waited for
ERROR_LENGTH = 1000
BY_HAND = (NotificationState.FAILED, NotificationState.INTERRUPTED)


@transaction.atomic(durable=True)
def claim(notifications: Sequence[Notification], now: datetime) -> bool:
    """Take the notifications of one mail, so that nobody else sends them; return whether that is committed.

    All of them or none: what somebody else has begun to send is theirs, and a daily mail is not sent in halves.
    """
    waiting = _rows(notifications).filter(state=NotificationState.WAITING).order_by("pk")
    taken = list(waiting.select_for_update(skip_locked=True).values_list("pk", flat=True))
    if len(taken) < len(notifications):
        return False
    _rows(notifications).update(state=NotificationState.SENDING, claimed_at=now, attempts=F("attempts") + 1)
    return True


def mark_sent(notifications: Iterable[Notification], now: datetime) -> None:
    """Note that the mail server has taken them, even where somebody thought them interrupted meanwhile."""
    _rows(notifications).update(state=NotificationState.SENT, sent_at=now, error="")


def withhold(notifications: Iterable[Notification]) -> None:
    """Put aside what waits and is no longer its recipient's to know."""
    _rows(notifications).filter(state=NotificationState.WAITING).update(state=NotificationState.WITHHELD)


def withhold_unwanted(now: datetime) -> None:
    """Put aside what waits for people who chose not to be told."""
    keys = list(unwanted(now).values_list("pk", flat=True))
    Notification.objects.filter(pk__in=keys, state=NotificationState.WAITING).update(state=NotificationState.WITHHELD)


def postpone(notifications: Iterable[Notification], error: object) -> None:
    """Let them wait for another attempt; after the last one they have failed."""
    rows = _rows(notifications)
    rows.filter(attempts__lt=MOST_ATTEMPTS).update(state=NotificationState.WAITING, error=_said(error))
    rows.filter(attempts__gte=MOST_ATTEMPTS).update(state=NotificationState.FAILED, error=_said(error))


@transaction.atomic
def postpone_unclaimed(keys: Iterable[int], error: object, now: datetime) -> None:
    """Count an attempt for what could not even be begun: the server does not answer, or the mail cannot be written."""
    waiting = Notification.objects.filter(pk__in=list(keys), state=NotificationState.WAITING)
    attempts = F("attempts") + 1
    waiting.filter(attempts__gte=MOST_ATTEMPTS - 1).update(
        state=NotificationState.FAILED, attempts=attempts, claimed_at=now, error=_said(error)
    )
    waiting.update(attempts=attempts, claimed_at=now, error=_said(error))


def give_up(notifications: Iterable[Notification], error: object) -> None:
    """Note that the mail server will never take them."""
    _rows(notifications).update(state=NotificationState.FAILED, error=_said(error))


def leave_unclear(notifications: Iterable[Notification], error: object) -> None:
    """Note that nobody knows whether they arrived: the connection broke between the mail and the answer."""
    _rows(notifications).update(state=NotificationState.INTERRUPTED, error=_said(error))


def put_aside_interrupted(now: datetime) -> int:
    """Note what a process that is gone has left behind half sent; return how many. It is never repeated by itself."""
    left = Notification.objects.filter(state=NotificationState.SENDING, claimed_at__lt=now - STUCK_AFTER)
    return left.update(state=NotificationState.INTERRUPTED)


def send_again(keys: Iterable[int]) -> int:
    """Let what failed or was interrupted be sent once more, because a person said so; return how many."""
    chosen = Notification.objects.filter(pk__in=list(keys), state__in=BY_HAND)
    return chosen.update(state=NotificationState.WAITING, attempts=0, claimed_at=None, error="")


def _rows(notifications: Iterable[Notification]) -> QuerySet[Notification]:
    return Notification.objects.filter(pk__in=[notification.pk for notification in notifications])


def _said(error: object) -> str:
    return f"{type(error).__name__}: {error}"[:ERROR_LENGTH]
