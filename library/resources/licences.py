"""Licences by SPDX identifier, and what each allows in one line a reader understands."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _


class Licence(models.Model):
    """Under which terms a resource may be reused."""

    spdx = models.CharField(
        _("SPDX identifier"), max_length=80, unique=True, help_text=_("As on spdx.org, such as CC-BY-4.0.")
    )
    name = models.CharField(_("name"), max_length=160)
    url = models.URLField(_("address of the text"), blank=True)
    reuse_allowed = models.BooleanField(_("may be copied and shared"), default=True)
    attribution_required = models.BooleanField(_("the authors must be named"), default=True)
    commercial_use = models.BooleanField(_("may be used commercially"), default=True)
    derivatives_allowed = models.BooleanField(_("may be changed"), default=True)
    share_alike = models.BooleanField(_("changes must be shared under the same licence"), default=False)

    class Meta:
        verbose_name = _("licence")
        verbose_name_plural = _("licences")
        ordering = ["name"]
        constraints = [models.CheckConstraint(condition=~Q(spdx=""), name="licence_has_an_identifier")]

    def __str__(self) -> str:
        return self.name

    @property
    def meaning(self) -> str:
        """One or two plain sentences in the reader's language."""
        if not self.reuse_allowed:
            return _g("All rights reserved: ask the authors before you copy or change it.")
        verb = (
            _g("You may copy, share and change it")
            if self.derivatives_allowed
            else _g("You may copy and share it, but not change it")
        )
        conditions = [
            *([] if self.commercial_use else [_g("not for commercial use")]),
            *([_g("name the authors")] if self.attribution_required else []),
            *([_g("share changes under the same licence")] if self.share_alike else []),
        ]
        return f"{verb}; {'; '.join(conditions)}." if conditions else f"{verb}."
