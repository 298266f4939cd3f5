"""The background worker: scheduled publication, the index queue, files that wait to be read, checks and mails."""

import logging
import signal
from argparse import ArgumentParser
from collections.abc import Callable
from threading import Event
from types import FrameType
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections, transaction

from library.files.read_document import is_waiting, read_next
from library.moderation.checks.waiting import check_what_waits
from library.moderation.rounds import look_at_due_dates
from library.upkeep.remind import ask_what_is_due
from library.use.tell_changes import tell_changed_uses
from network.background import BackgroundWork, NowAndThen
from network.leadership.appoint import keep_all_reviewers_in_step
from network.notifications.send import mails_wait, send_next, send_waiting
from network.organisations.noticing import note_vacancies
from search.index.drain import drain_quietly

MINUTE, HOUR = 60.0, 3600.0  # seconds

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """Publishes what is due, expires what is over, drains the index queue, reads files, until told to stop."""

    help = "Publishes scheduled pages, drains the index queue and reads uploaded files until SIGTERM or Ctrl-C."

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with everything due that goes by dates: days do not end more often than these look."""
        super().__init__(*args, **kwargs)
        by_the_minute = (look_at_due_dates, keep_all_reviewers_in_step, note_vacancies)
        self._now_and_then = [NowAndThen(ask_what_is_due, HOUR), *(NowAndThen(look, MINUTE) for look in by_the_minute)]

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the pause between two rounds, in seconds."""
        parser.add_argument("--interval", type=float, default=1.0, help="Seconds between two looks at the queue.")
        parser.add_argument("--once", action="store_true", help="One round, then stop.")

    def handle(self, *args: Any, **options: Any) -> None:
        """Loop; a failing round is logged and the next one tries again."""
        stop = Event()

        def ask_to_stop(number: int, frame: FrameType | None) -> None:
            stop.set()

        if not options["once"]:
            signal.signal(signal.SIGTERM, ask_to_stop)
            signal.signal(signal.SIGINT, ask_to_stop)
        if options["once"]:
            self._round(read_next, send_waiting)
            return
        reader = BackgroundWork("reading files", is_waiting, read_next)
        mailer = BackgroundWork("sending mails", mails_wait, send_next, patience=8)
        self._round(reader.look, mailer.look)
        while not stop.wait(options["interval"]):
            close_old_connections()
            self._round(reader.look, mailer.look)
        reader.close()
        mailer.close()

    def _round(self, read: Callable[[], object], mail: Callable[[], object]) -> None:
        try:
            publish_what_is_due()
            tell_changed_uses()
            drain_quietly()
            read()
            check_what_waits()
            for look in self._now_and_then:
                look()
            mail()
        except DatabaseError:
            logger.exception("A round of the worker failed; the next one tries again")


def publish_what_is_due() -> None:
    """Publish and expire what is due by its dates, all of it or nothing.

    Wagtail takes the date from a revision before it publishes it: a worker killed in between would lose it.
    """
    with transaction.atomic():
        call_command("publish_scheduled", verbosity=0)
