"""Sending what waits, each mail once.

A mail is written, then claimed, and the claim committed, before the mail server hears of it, and marked as sent when
the server has taken it. Where a process dies in between, nobody knows whether it arrived: it is listed and not repeated
(decision 0014). A connection is made for each mail, since one kept open may be dead when it is needed.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from smtplib import SMTPNotSupportedError, SMTPRecipientsRefused, SMTPResponseException
from typing import Any

from django.core.mail import EmailMultiAlternatives, mailers
from django.db import DatabaseError
from django.utils import timezone

from network.notifications.compose import Part, compose, part_of
from network.notifications.due import Batch, due, next_due, waiting
from network.notifications.models import Notification
from network.notifications.states import (
    claim,
    give_up,
    leave_unclear,
    mark_sent,
    postpone,
    postpone_unclaimed,
    put_aside_interrupted,
    withhold,
    withhold_unwanted,
)

PERMANENT = 500  # replies of a mail server from here on are final (RFC 5321, 4.2.1)

logger = logging.getLogger(__name__)


class ServerAway(Exception):
    """The mail server does not answer."""


def mails_wait() -> bool:
    """Tell whether something is to be sent now, after putting aside what is not."""
    now = timezone.now()
    put_aside_interrupted(now)
    withhold_unwanted(now)
    return next_due(now) is not None


def send_next() -> bool:
    """Send the mail that is due first; return whether to go on: not when nothing is due or the server is away."""
    batch = next_due(timezone.now())
    if batch is None:
        return False
    try:
        _send(batch)
    except ServerAway as away:
        logger.warning("The mail server does not answer: %s", away.__cause__)
        now = timezone.now()
        every_key = [key for batch in due(now) for key in batch.keys]
        postpone_unclaimed(every_key, away.__cause__, now)
        return False
    return True


def send_waiting() -> int:
    """Send what is due until nothing is left; return how many mails were dealt with."""
    done = 0
    while (done or mails_wait()) and send_next():
        done += 1
    return done


def send_quietly() -> None:
    """Send what waits right after a commit, where no worker does it; trouble is for the log and the next time."""
    try:
        send_waiting()
    except Exception:
        logger.exception("Sending mails failed; they wait")


def _send(batch: Batch) -> None:
    with _mail_server() as server:
        if parts := _prepared(batch):
            mail = compose(parts, is_digest=batch.is_digest)
            told = [part.notification for part in parts]
            if claim(told, timezone.now()):
                _hand_over(server, mail, told)


@contextmanager
def _mail_server() -> Iterator[Any]:
    server = mailers.default
    try:
        server.open()
    except OSError as error:
        raise ServerAway from error
    try:
        yield server
    finally:
        with suppress(OSError):
            server.close()


def _prepared(batch: Batch) -> list[Part]:
    """Write what may be told; one that cannot be written does not hold up the others of a daily mail."""
    parts = []
    for notification in waiting(batch.keys):
        try:
            part = part_of(notification)
        except DatabaseError:
            raise
        except Exception as error:
            logger.exception("Notification %s cannot be written", notification.pk)
            postpone_unclaimed([notification.pk], error, timezone.now())
        else:
            if part is None:
                withhold([notification])
            else:
                parts.append(part)
    return parts


def _hand_over(server: Any, mail: EmailMultiAlternatives, notifications: list[Notification]) -> None:
    try:
        server.send_messages([mail])
    except SMTPRecipientsRefused as error:
        is_final = all(code >= PERMANENT for code, _reply in error.recipients.values())
        (give_up if is_final else postpone)(notifications, error)
    except (SMTPResponseException, SMTPNotSupportedError) as error:
        postpone(notifications, error)
    except ValueError as error:  # an address that is none
        give_up(notifications, error)
    except OSError as error:
        leave_unclear(notifications, error)
    else:
        mark_sent(notifications, timezone.now())
