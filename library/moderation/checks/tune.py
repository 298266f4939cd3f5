"""Setting a check: switching it on or off, saying what its findings mean, tuning it; each change stands in the log."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from wagtail.log_actions import log

from library.moderation.checks.base import Check
from library.moderation.checks.models import CheckSetting, Level


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a check is to be set; ``options`` holds every one that it declares."""

    is_on: bool
    level: Level
    options: Mapping[str, Any]


@transaction.atomic
def set_check(check: Check, wanted: Wanted) -> CheckSetting:
    """Store how a check is set; it holds for what is checked from now on."""
    values = {"is_on": wanted.is_on, "level": wanted.level, "options": dict(wanted.options)}
    setting, created = CheckSetting.objects.update_or_create(check_id=check.id, defaults=values)
    log(setting, "wagtail.create" if created else "wagtail.edit", content_changed=True)
    return setting


@transaction.atomic
def put_back(check: Check) -> None:
    """Let a check be as it was made."""
    for setting in CheckSetting.objects.filter(check_id=check.id):
        log(setting, "wagtail.delete", deleted=True)
        setting.delete()
