"""What was imported: which record of which source became which page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from library.resources.base import ResourcePage


class ImportedRecord(models.Model):
    """Ties an outside identifier to a page, so that a second import finds it again."""

    identifier = models.CharField(_("identifier in the source"), max_length=500, unique=True)
    page = models.OneToOneField(ResourcePage, models.CASCADE, related_name="imported")
    fingerprint = models.CharField(_("fingerprint of the row"), max_length=64)
    imported_at = models.DateTimeField(_("imported at"), auto_now=True)

    class Meta:
        verbose_name = _("imported record")
        verbose_name_plural = _("imported records")

    def __str__(self) -> str:
        return self.identifier
