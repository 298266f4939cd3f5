"""BestPracticeGuidePage: what is recommended, and how sure we are of it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from library.resources.base import ResourcePage
from library.resources.needs import Need
from library.resources.panels import guide_panels


class Evidence(models.TextChoices):
    """Certainty of evidence as in GRADE (https://www.gradeworkinggroup.org), plus opinion."""

    HIGH = "high", _("High")
    MODERATE = "moderate", _("Moderate")
    LOW = "low", _("Low")
    VERY_LOW = "very-low", _("Very low")
    EXPERT_OPINION = "expert-opinion", _("Expert opinion")


class BestPracticeGuidePage(ResourcePage):
    """Recommendations, each with its strength of evidence; versioned."""

    template = "library/best_practice_guide_page.html"
    page_description = _("Recommendations that others can follow, with what they rest on")
    type_key = "guide"
    icon_name = "list-check"
    part_relations = ("recommendations",)
    needs = (Need(("recommendations",), _("Add at least one recommendation.")),)

    version = models.CharField(_("version"), max_length=20, blank=True, help_text=_("Such as 2.1."))
    what_changed = models.TextField(_("what changed"), blank=True, help_text=_("Since the version before."))

    content_panels: list[Any] = guide_panels()

    class Meta:
        verbose_name = _("best-practice guide")
        verbose_name_plural = _("best-practice guides")

    def parts(self) -> list[str]:
        """Return the recommendations."""
        return [recommendation.text for recommendation in self.recommendations.all()]


class Recommendation(Orderable):
    """One thing to do, and how sure we are that it helps."""

    page = ParentalKey(BestPracticeGuidePage, related_name="recommendations")
    text = models.TextField(_("recommendation"))
    evidence = models.CharField(
        _("strength of evidence"), max_length=14, choices=Evidence, default=Evidence.EXPERT_OPINION
    )

    class Meta(Orderable.Meta):
        constraints = [
            models.CheckConstraint(
                condition=models.Q(evidence__in=Evidence.values), name="recommendation_evidence_known"
            )
        ]
