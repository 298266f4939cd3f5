"""What follows publication by itself: a date for the next look, and a word to the owner of what was adapted."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import page_published

from library.resources.base import ResourcePage
from library.upkeep.notices import register_kinds, tell_adapted
from library.upkeep.still_right import date_when_published


def connect() -> None:
    """Listen to publication; called once when the app is ready."""
    register_kinds()
    page_published.connect(date_when_published, dispatch_uid="upkeep.date_when_published")
    page_published.connect(adaptation_published, dispatch_uid="upkeep.adaptation_published")


def adaptation_published(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Tell who looks after the original, the first time an adaptation is on the site; drafts are nobody's business."""
    if isinstance(instance, ResourcePage):
        tell_adapted(instance)
