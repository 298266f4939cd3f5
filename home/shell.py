"""What surrounds every page, kept by each process until it changes: the site's settings and its menu."""

from typing import Any

from django.db.models.signals import post_delete, post_save
from wagtail.models import Site
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from home.models import SiteSettings, StandingPage, StandingPageTranslation
from search.vocabulary.models import VocabularyStamp


def connect() -> None:
    """Let every process read again what a change concerns; called once when the app is ready."""
    for model in (Site, SiteSettings, StandingPage, StandingPageTranslation):
        post_save.connect(changed, sender=model)
        post_delete.connect(changed, sender=model)
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(changed, sender=StandingPage)


def changed(sender: object, **kwargs: Any) -> None:
    """Raise the number that all processes look at; settings made by whoever reads them first are the usual ones."""
    if not (sender is SiteSettings and kwargs.get("created")):
        VocabularyStamp.raise_number()
