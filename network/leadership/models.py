"""Who leads where: an organisation, through a person, for a region, for a time."""

from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class LeadershipQuerySet(models.QuerySet["Leadership"]):
    """Leaderships in time."""

    def in_force(self) -> Self:
        """Those whose dates include today."""
        today = timezone.localdate()
        return self.filter(Q(until__isnull=True) | Q(until__gte=today), since__lte=today)


class Leadership(models.Model):
    """An organisation leads a region from a date, until a date or until further notice."""

    organisation = models.ForeignKey(
        "network.OrganisationPage", models.CASCADE, related_name="leaderships", verbose_name=_("organisation")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="leaderships", verbose_name=_("person")
    )
    region = models.ForeignKey("network.Region", models.PROTECT, related_name="leaderships", verbose_name=_("region"))
    since = models.DateField(_("from"), default=timezone.localdate)
    until = models.DateField(_("to"), null=True, blank=True, help_text=_("Leave empty until further notice."))

    objects: ClassVar = LeadershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("leadership")
        verbose_name_plural = _("leaderships")
        ordering = ["region", "since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="leadership_ends_after_it_starts"
            ),
            models.UniqueConstraint(
                fields=["person", "region", "since"], name="leadership_once_per_person_region_and_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.region}"
