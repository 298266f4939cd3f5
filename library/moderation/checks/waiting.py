"""When the checks run: right after the commit, or by the worker (``CHECKS_RUN``).

The worker looks at everything that waits, in either case: what a process left behind that was killed while it checked,
and what waited for its files to be read. Checks may run twice at the same time; only one of them moves it on.
"""

import logging

from django.conf import settings
from django.db import DatabaseError

from library.moderation.checks.run import run_checks
from library.moderation.events import Event
from library.moderation.submissions import Stage, Submission

logger = logging.getLogger(__name__)


def check_after_commit(sender: object, submission: Submission, event: Event, **kwargs: object) -> None:
    """Run the checks of what was sent, where that is not left to the worker."""
    if event is Event.SENT and settings.CHECKS_RUN == "immediate":
        run_checks(Submission.objects.get(pk=submission.pk))


def check_what_waits() -> int:
    """Check everything that waits, oldest first; return how many were moved on. Part of the worker's round."""
    waiting = Submission.objects.filter(stage=Stage.CHECKS, workflow_state__isnull=False).order_by("submitted_at")
    moved = 0
    for submission in waiting.iterator():
        try:
            moved += run_checks(submission)
        except DatabaseError:
            raise
        except Exception:  # one submission must not hold up the others
            logger.exception("The checks of submission %s failed", submission.pk)
    return moved
