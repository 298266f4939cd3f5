"""Front page, standing pages and the settings an administrator edits."""

from copy import copy
from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.fields import RichTextField
from wagtail.models import Page, Site

from home.front import read_front_page
from search.access import access_for
from search.vocabulary.kept import Kept, vocabulary_of

TEXT_FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link"]


class HomePage(Page):
    """The front page: what it shows comes from the library, what it is called from the site settings."""

    template = "home/home_page.html"
    max_count: Any = 1
    parent_page_types: ClassVar = ["wagtailcore.Page"]

    class Meta:
        verbose_name = _("front page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is in the library for this viewer."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        return {**context, "front": read_front_page(access_for(request))}


class StandingPage(Page):
    """A page of text such as About or Privacy, in as many interface languages as there are translations."""

    template = "home/standing_page.html"
    page_description = _("A page of text, such as About or Privacy")
    parent_page_types: ClassVar = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    show_in_menus_default = True

    body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)

    content_panels: list[Any] = [
        *Page.content_panels,
        FieldPanel("body"),
        InlinePanel("translations", heading=_("In other languages"), label=_("Translation")),
    ]

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")

    def in_reader_language(self) -> "StandingPage | StandingPageTranslation":
        """Return the translation in the active language, else the page itself; both have title and body."""
        language = (get_language() or "").partition("-")[0]
        return next((t for t in self.translations.all() if t.language == language), self)


class StandingPageTranslation(models.Model):
    """Title and text of a standing page in one more language."""

    page = ParentalKey(StandingPage, related_name="translations")
    language = models.CharField(_("language"), max_length=8, help_text=_("A code such as nl."))
    title = models.CharField(_("title"), max_length=255)
    body = RichTextField(_("text"), blank=True, features=TEXT_FEATURES)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["page", "language"], name="standing_page_one_translation_per_language")
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.language})"


@register_setting(icon="cog")
class SiteSettings(BaseGenericSetting):
    """What the network calls itself and says on its front page."""

    name = models.CharField(_("name of the site"), max_length=80, default="Commonshelf")
    tagline = models.CharField(_("tagline"), max_length=200, blank=True, help_text=_("One sentence, in English."))
    tagline_nl = models.CharField(_("tagline in Dutch"), max_length=200, blank=True)
    example_searches = models.TextField(
        _("example searches"), blank=True, help_text=_("Shown under the search box on the front page; one per line.")
    )
    contact_email = models.EmailField(_("contact address"), blank=True)

    panels: ClassVar[list[Any]] = [
        FieldPanel("name"),
        FieldPanel("tagline"),
        FieldPanel("tagline_nl"),
        FieldPanel("example_searches"),
        FieldPanel("contact_email"),
    ]

    class Meta:
        verbose_name = _("site settings")

    @classmethod
    def load(cls, request_or_site: HttpRequest | Site | None = None) -> "SiteSettings":
        """Return the settings: on a request those that the process keeps, in a copy of its own; else from the row."""
        if not isinstance(request_or_site, HttpRequest):
            fresh: SiteSettings = super().load(request_or_site)
            return fresh
        return copy(_kept_settings.get(vocabulary_of(request_or_site)))

    @property
    def tagline_in_reader_language(self) -> str:
        """The tagline in the active language, else in English."""
        return (self.tagline_nl if (get_language() or "").startswith("nl") else "") or self.tagline

    @property
    def examples(self) -> list[str]:
        """The first three example searches."""
        return [line.strip() for line in self.example_searches.splitlines() if line.strip()][:3]


_kept_settings: Kept[SiteSettings] = Kept(SiteSettings.load)
