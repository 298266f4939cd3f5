"""What of the demo library was loaded: it stays written down when people change or delete what was brought."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class DemoPart(models.Model):
    """A part of the demo library, such as the section of one organisation, that was loaded once and for all."""

    name = models.CharField(_("part"), max_length=100, unique=True)
    loaded_at = models.DateTimeField(_("loaded at"), auto_now_add=True)

    class Meta:
        verbose_name = _("part of the demo library")
        verbose_name_plural = _("parts of the demo library")

    def __str__(self) -> str:
        return self.name
