"""Regions of the world as a tree: world, continents, sub-regions, countries (UN M49)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel


class RegionKind(models.TextChoices):
    """The levels of the M49 tree, from the top."""

    WORLD = "world", _("World")
    CONTINENT = "continent", _("Continent")
    SUB_REGION = "sub-region", _("Sub-region")
    COUNTRY = "country", _("Country")


class Region(ClusterableModel):
    """A place that resources can be about; ``code`` stands in addresses (``europe``, ``be``)."""

    code = models.SlugField(_("code"), unique=True, help_text=_("Stands in web addresses; countries use ISO 3166."))
    kind = models.CharField(_("kind"), max_length=10, choices=RegionKind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    m49 = models.CharField(_("M49 code"), max_length=3, unique=True, null=True, blank=True)
    alpha2 = models.CharField(_("ISO code, two letters"), max_length=2, unique=True, null=True, blank=True)
    alpha3 = models.CharField(_("ISO code, three letters"), max_length=3, unique=True, null=True, blank=True)
    name = models.CharField(_("name"), max_length=120, help_text=_("The English name."))

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RegionKind.values), name="region_kind_known"),
            models.CheckConstraint(
                condition=Q(kind="world", parent__isnull=True) | (~Q(kind="world") & Q(parent__isnull=False)),
                name="region_only_world_is_root",
            ),
            models.UniqueConstraint(fields=["kind"], condition=Q(kind="world"), name="region_one_world"),
        ]

    def __str__(self) -> str:
        return self.name_in(get_language())

    def name_in(self, language: str | None) -> str:
        """Return the name in a language (``nl``, ``nl-be``), else the English one."""
        base = (language or "en").partition("-")[0]
        names = {name.language: name.name for name in self.names.all()} if self.pk else {}
        return names.get(base, self.name)


class RegionName(models.Model):
    """The official name of a region in one language other than English."""

    region = ParentalKey(Region, related_name="names")
    language = models.CharField(_("language"), max_length=8)
    name = models.CharField(_("name"), max_length=120)

    class Meta:
        verbose_name = _("name in another language")
        verbose_name_plural = _("names in other languages")
        constraints = [models.UniqueConstraint(fields=["region", "language"], name="region_one_name_per_language")]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
