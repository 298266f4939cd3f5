"""Topics (a tree, labelled as SKOS does) and audiences (a flat list), each with labels per language."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel


class LabelKind(models.TextChoices):
    """SKOS: one preferred label per language, any number of alternative ones."""

    PREFERRED = "pref", _("Preferred label")
    ALTERNATIVE = "alt", _("Alternative label")


class Topic(ClusterableModel):
    """What resources are about; ``slug`` stands in addresses, labels in the reader's language on pages."""

    slug = models.SlugField(
        _("short name"), max_length=100, unique=True, allow_unicode=True, help_text=_("Stands in web addresses.")
    )
    name = models.CharField(_("name"), max_length=200, help_text=_("The preferred label in English."))
    description = models.TextField(_("description"), blank=True, help_text=_("One sentence: what belongs here."))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("pk")), name="topic_not_its_own_parent"
            )
        ]

    def __str__(self) -> str:
        return self.label_in(get_language())

    def label_in(self, language: str | None) -> str:
        """Return the preferred label in a language (``nl``, ``nl-be``), else the English name."""
        base = (language or "en").partition("-")[0]
        for label in self.labels.all():
            if label.kind == LabelKind.PREFERRED and label.language == base:
                return str(label.label)
        return self.name


class TopicLabel(models.Model):
    """A word for a topic in one language."""

    topic = ParentalKey(Topic, related_name="labels")
    language = models.CharField(_("language"), max_length=8)
    kind = models.CharField(_("kind"), max_length=4, choices=LabelKind, default=LabelKind.ALTERNATIVE)
    label = models.CharField(_("label"), max_length=200)

    class Meta:
        verbose_name = _("label")
        verbose_name_plural = _("labels")
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "language"], condition=Q(kind="pref"), name="topic_one_preferred_label"
            ),
            models.UniqueConstraint(fields=["topic", "language", "label"], name="topic_label_once"),
            models.CheckConstraint(condition=Q(kind__in=LabelKind.values), name="topic_label_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.label} ({self.language})"


class Audience(ClusterableModel):
    """For whom a resource is (LRMI educationalAudience)."""

    slug = models.SlugField(
        _("short name"), max_length=100, unique=True, allow_unicode=True, help_text=_("Stands in web addresses.")
    )
    name = models.CharField(_("name"), max_length=200, help_text=_("In English."))

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        ordering = ["name"]

    def __str__(self) -> str:
        base = (get_language() or "en").partition("-")[0]
        return next((str(label.label) for label in self.labels.all() if label.language == base), self.name)


class AudienceLabel(models.Model):
    """The name of an audience in one language other than English."""

    audience = ParentalKey(Audience, related_name="labels")
    language = models.CharField(_("language"), max_length=8)
    label = models.CharField(_("label"), max_length=200)

    class Meta:
        verbose_name = _("name in another language")
        verbose_name_plural = _("names in other languages")
        constraints = [models.UniqueConstraint(fields=["audience", "language"], name="audience_one_label_per_language")]

    def __str__(self) -> str:
        return f"{self.label} ({self.language})"
