"""When the checks run: as soon as the workflow stands at them, or by the worker (``CHECKS_RUN``).

The worker looks at everything that waits, in either case: what a process left behind that was killed while it checked,
and what waited for its files to be read. Checks may run twice at the same time; only one of them moves it on.
"""

import logging
from functools import partial

from django.conf import settings
from django.db import DatabaseError, transaction
from wagtail.models import WorkflowState

from library.moderation.checks.run import run_checks
from library.moderation.submissions import Stage, Submission

logger = logging.getLogger(__name__)


def check_at_once(sender: object, instance: WorkflowState, **kwargs: object) -> None:
    """Run the checks when Wagtail has written that its workflow stands at them, where that is not left to the worker.

    Not when the submission is written: Wagtail resumes a workflow in several transactions, of which this is the last.
    """
    is_there = instance.status == WorkflowState.STATUS_IN_PROGRESS and instance.current_task_state_id
    if settings.CHECKS_RUN != "immediate" or not is_there:
        return
    for submission in Submission.objects.filter(workflow_state=instance, stage=Stage.CHECKS):
        transaction.on_commit(partial(run_checks, submission))


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
