"""Running the checks on a submission: findings are written once, then it goes on to review or back to its author."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

from django.db import transaction
from django.utils import timezone
from wagtail.models import TaskState

from library.moderation.checks.base import Check
from library.moderation.checks.material import Material
from library.moderation.checks.models import CheckSetting, Finding, Level
from library.moderation.checks.options import options_of
from library.moderation.checks.patience import must_wait
from library.moderation.checks.registry import CHECKS
from library.moderation.decisions import DecisionKind
from library.moderation.log import record
from library.moderation.submissions import Stage, Submission
from library.resources.base import ResourcePage

MOST_FOUND: Final = 30  # of one check; nobody reads more
FAILED: Final = "failed"  # in the data of a finding: the check could not be made

logger = logging.getLogger(__name__)


def look_at(page: ResourcePage, checks: Iterable[Check] = CHECKS) -> Iterator[Finding]:
    """Yield unsaved findings of each of these checks that is switched on; one SQL query beside those of the checks."""
    settings = {setting.check_id: setting for setting in CheckSetting.objects.all()}
    material = Material(page)
    for check in checks:
        setting = settings.get(check.id)
        if setting and not setting.is_on:
            continue
        level = Level(setting.level) if setting else check.level
        yield from _findings(check, material, level, options_of(check, setting))


def _findings(check: Check, material: Material, level: Level, options: Mapping[str, Any]) -> list[Finding]:
    """Return what one check finds; a check that fails is logged, holds up nothing, and lets a person look."""
    try:
        found = list(islice(check.look(material, options), MOST_FOUND))
    except Exception:
        logger.exception("The check %s failed on page %s", check.id, material.page.pk)
        return [Finding(check_id=check.id, level=Level.WARN, data={FAILED: True})]
    return [
        Finding(check_id=check.id, level=each.level or level, field=each.field_name, data=dict(each.data))
        for each in found
    ]


def run_checks(submission: Submission) -> bool:
    """Check a submission and move it on; return whether it did. Nothing happens to one that is not being checked.

    The looking takes as long as it takes and holds no lock; what was found is kept only if nothing happened meanwhile.
    """
    revision = submission.revision
    if submission.stage != Stage.CHECKS or revision is None:
        return False
    page = revision.as_object()
    if isinstance(page, ResourcePage) and must_wait(submission, page):
        return False
    findings = list(look_at(page)) if isinstance(page, ResourcePage) else []
    with transaction.atomic():
        fresh = Submission.objects.select_for_update().get(pk=submission.pk)
        if fresh.stage != Stage.CHECKS or fresh.revision_id != revision.pk:
            return False
        Finding.objects.filter(submission=fresh).delete()
        for finding in findings:
            finding.submission, finding.revision = fresh, revision
        Finding.objects.bulk_create(findings)
        return _move_on(fresh, findings)


def _move_on(submission: Submission, findings: list[Finding]) -> bool:
    workflow_state = submission.workflow_state
    state = workflow_state.current_task_state if workflow_state else None
    if state is None or state.status != TaskState.STATUS_IN_PROGRESS:
        return False
    if any(finding.level == Level.BLOCK for finding in findings):
        submission.stage, submission.stage_since = Stage.SENT_BACK, timezone.now()
        submission.save(update_fields=["stage", "stage_since"])
        record(submission, DecisionKind.CHECKS_BLOCK, None)
        state.specific.reject(user=None)
    else:
        state.specific.approve(user=None)
    return True
