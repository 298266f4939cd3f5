"""What the automatic checks found, and how each is set."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from library.moderation.submissions import Submission


class Level(models.TextChoices):
    """What a finding means for a submission."""

    BLOCK = "block", _("Must be mended before it is reviewed")
    WARN = "warn", _("The reviewer should look at it")
    INFO = "info", _("For information")


class Finding(models.Model):
    """Something that a check found in a revision. Its words are made from ``check_id`` and ``data`` by the check."""

    submission = models.ForeignKey(Submission, models.CASCADE, related_name="findings", verbose_name=_("submission"))
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="+", verbose_name=_("revision"))
    check_id = models.CharField(_("check"), max_length=40)
    level = models.CharField(_("level"), max_length=5, choices=Level)
    field = models.CharField(_("field"), max_length=60, blank=True)
    data: Any = models.JSONField(_("details"), default=dict)
    found_at = models.DateTimeField(_("found"), default=timezone.now)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=Q(level__in=Level.values), name="finding_level_known")]

    def __str__(self) -> str:
        return f"{self.check_id}: {self.field}"


class CheckSetting(models.Model):
    """How an administrator has set a check; a check without a row is as its class says."""

    check_id = models.CharField(_("check"), max_length=40, unique=True)
    is_on = models.BooleanField(_("switched on"), default=True)
    level = models.CharField(_("level"), max_length=5, choices=Level)
    options: Any = models.JSONField(_("options"), default=dict, blank=True)

    objects: ClassVar[models.Manager["CheckSetting"]] = models.Manager()

    class Meta:
        verbose_name = _("automatic check")
        verbose_name_plural = _("automatic checks")

    def __str__(self) -> str:
        return self.check_id
