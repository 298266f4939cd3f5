"""What is kept of use: how many views and downloads a resource had on a day, and nothing about who they were."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ResourceUse(models.Model):
    """Views and downloads of a resource on one day; they go with the resource."""

    resource = models.ForeignKey(
        "library.ResourcePage", models.CASCADE, related_name="use", db_index=False, verbose_name=_("resource")
    )  # the constraint begins with it and is its index
    day = models.DateField(_("day"))
    views = models.PositiveIntegerField(_("views"), default=0)
    downloads = models.PositiveIntegerField(_("downloads"), default=0)

    class Meta:
        verbose_name = _("use of a resource")
        verbose_name_plural = _("use of resources")
        constraints = [models.UniqueConstraint(fields=["resource", "day"], name="resource_use_once_a_day")]

    def __str__(self) -> str:
        return f"{self.resource_id} – {self.day}"


class ToldUse(models.Model):
    """The figure of a resource that was last told to whoever listens, so that only what has changed is told."""

    resource = models.OneToOneField("library.ResourcePage", models.CASCADE, primary_key=True, related_name="+")
    uses = models.PositiveIntegerField(_("uses"))

    def __str__(self) -> str:
        return f"{self.resource_id} – {self.uses}"


class UseClock(models.Model):
    """When changed figures were last told, by whichever process; the only row has the key 1."""

    told_at = models.DateTimeField(_("told at"))

    def __str__(self) -> str:
        return str(self.told_at)
