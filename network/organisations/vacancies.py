"""Organisations that nobody coordinates, and since when."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from network.organisations.models import Membership, OrganisationPage, Role


class Vacancy(models.Model):
    """A time in which an organisation had no active coordinator; who answers for it was told once."""

    organisation = models.ForeignKey(
        OrganisationPage, models.CASCADE, related_name="vacancies", verbose_name=_("organisation")
    )
    since = models.DateTimeField(_("since"), default=timezone.now)
    until = models.DateTimeField(_("until"), null=True)

    class Meta:
        verbose_name = _("vacancy")
        verbose_name_plural = _("vacancies")
        ordering = ["since"]
        constraints = [
            models.UniqueConstraint(fields=["organisation"], condition=Q(until__isnull=True), name="vacancy_open_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.since:%Y-%m-%d}"


def without_coordinator() -> QuerySet[OrganisationPage]:
    """Return the organisations without an active coordinator, by name; one SQL query."""
    coordinators = Membership.objects.filter(organisation=OuterRef("pk"), role=Role.COORDINATOR, person__is_active=True)
    found: QuerySet[OrganisationPage] = OrganisationPage.objects.filter(~Exists(coordinators)).order_by("title")
    return found


def is_vacant(organisation: OrganisationPage) -> bool:
    """Tell whether nobody coordinates an organisation."""
    return without_coordinator().filter(pk=organisation.pk).exists()
