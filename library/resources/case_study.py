"""CaseStudyPage: what somebody did, and what came of it."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.rich_text import get_text_for_indexing

from library.resources.base import ResourcePage
from library.resources.needs import Need
from library.resources.panels import case_study_panels

PART_FEATURES = ["bold", "italic", "ol", "ul", "link"]


class CaseStudyPage(ResourcePage):
    """Setting, challenge, approach, outcome with measures, lessons."""

    template = "library/case_study_page.html"
    page_description = _("What you did, what came of it, and what others can learn from it")
    type_key = "case-study"
    icon_name = "search"
    part_relations = ("measures",)
    needs = tuple(
        Need((part,), _("Others learn from this part: write at least a line.")) for part in ("approach", "outcome")
    )

    setting = RichTextField(_("setting"), blank=True, features=PART_FEATURES, help_text=_("Where and with whom."))
    challenge = RichTextField(_("challenge"), blank=True, features=PART_FEATURES, help_text=_("What had to change."))
    approach = RichTextField(
        _("approach"), blank=True, features=PART_FEATURES, help_text=_("What you did, step by step.")
    )
    outcome = RichTextField(
        _("outcome"), blank=True, features=PART_FEATURES, help_text=_("What came of it, good and bad.")
    )
    lessons = RichTextField(
        _("lessons"), blank=True, features=PART_FEATURES, help_text=_("What you would do again, and not.")
    )

    content_panels: list[Any] = case_study_panels()

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def parts(self) -> list[str]:
        """Return the five parts and the measures."""
        texts = (self.setting, self.challenge, self.approach, self.outcome, self.lessons)
        return [*(get_text_for_indexing(text) for text in texts if text), *(m.what for m in self.measures.all())]


class CaseStudyMeasure(Orderable):
    """Something that was measured before and after."""

    page = ParentalKey(CaseStudyPage, related_name="measures")
    what = models.CharField(_("what was measured"), max_length=200)
    before = models.CharField(_("before"), max_length=100, blank=True)
    after = models.CharField(_("after"), max_length=100, blank=True)
