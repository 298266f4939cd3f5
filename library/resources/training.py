"""TrainingMaterialPage: something to learn or teach with."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from library.resources.base import ResourcePage
from library.resources.fields import ChoiceListField
from library.resources.needs import Need
from library.resources.panels import training_panels


class Level(models.TextChoices):
    """How much a learner should already know (LRMI educationalLevel)."""

    BEGINNER = "beginner", _("Beginner")
    INTERMEDIATE = "intermediate", _("Intermediate")
    ADVANCED = "advanced", _("Advanced")


class Format(models.TextChoices):
    """What form it has (LRMI learningResourceType)."""

    COURSE = "course", _("Course")
    E_LEARNING = "e-learning", _("E-learning")
    SLIDES = "slides", _("Slides")
    VIDEO = "video", _("Video")
    WEBINAR = "webinar", _("Webinar")
    PODCAST = "podcast", _("Podcast")
    TUTORIAL = "tutorial", _("Tutorial")
    HANDOUT = "handout", _("Handout")
    DATA = "data", _("Data or software")
    OTHER = "other", _("Other")


class TrainingMaterialPage(ResourcePage):
    """A course, slides, a video, a handout."""

    template = "library/training_material_page.html"
    page_description = _("Something to learn or teach with: a course, slides, a video, a handout")
    type_key = "training"
    icon_name = "graduation-cap"
    needs = (Need(("files", "links", "body"), _("Add the material itself: a file, a link, or text.")),)

    format = models.CharField(_("format"), max_length=10, choices=Format, default=Format.OTHER)
    levels = ChoiceListField(
        Level, verbose_name=_("level"), help_text=_("For whom it is not too easy and not too hard.")
    )
    duration_minutes = models.PositiveIntegerField(_("duration in minutes"), null=True, blank=True)
    objectives = models.TextField(
        _("learning objectives"), blank=True, help_text=_("What people can do afterwards; one per line.")
    )
    prerequisites = models.TextField(
        _("prerequisites"), blank=True, help_text=_("What people should know or have before; one per line.")
    )

    content_panels: list[Any] = training_panels()

    class Meta:
        verbose_name = _("training material")
        verbose_name_plural = _("training materials")
        constraints = [
            models.CheckConstraint(condition=models.Q(format__in=Format.values), name="training_format_known"),
            models.CheckConstraint(
                condition=models.Q(duration_minutes__isnull=True) | models.Q(duration_minutes__gt=0),
                name="training_lasts_longer_than_nothing",
            ),
        ]

    def parts(self) -> list[str]:
        """Return objectives and prerequisites."""
        return [self.objectives, self.prerequisites]

    def level_labels(self) -> list[str]:
        """Return the levels in the reader's language."""
        return [str(Level(level).label) for level in self.levels if level in Level.values]
