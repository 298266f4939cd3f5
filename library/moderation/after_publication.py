"""What follows publication: a look at a sample of what was published unseen, and appeals against decisions."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from library.moderation.decisions import Decision
from library.moderation.submissions import Submission


class SpotCheck(models.Model):
    """Something published on trust, drawn for a reviewer to look at now; done when ``at`` is set."""

    submission = models.OneToOneField(
        Submission, models.CASCADE, related_name="spot_check", verbose_name=_("submission")
    )
    drawn_at = models.DateTimeField(_("drawn"), default=timezone.now)
    is_fine = models.BooleanField(_("nothing to object to"), null=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("looked at"), null=True)
    words = models.TextField(_("remarks"), blank=True)

    class Meta:
        verbose_name = _("spot check")
        verbose_name_plural = _("spot checks")

    def __str__(self) -> str:
        return str(self.submission)


class Appeal(models.Model):
    """Somebody's objection to a decision, answered by a leader of another region; answered when ``at`` is set."""

    decision = models.OneToOneField(Decision, models.PROTECT, related_name="appeal", verbose_name=_("decision"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="appeals", verbose_name=_("by")
    )
    words = models.TextField(_("why"), max_length=5000)
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    is_granted = models.BooleanField(_("granted"), null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("answered by")
    )
    answer = models.TextField(_("answer"), max_length=5000, blank=True)
    at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = [
            models.CheckConstraint(
                condition=Q(is_granted__isnull=True, at__isnull=True) | Q(is_granted__isnull=False, at__isnull=False),
                name="appeal_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.decision)
