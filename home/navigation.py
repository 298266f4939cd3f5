"""The standing pages in the menu, in the reader's language."""

from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import get_language

from home.models import StandingPage, StandingPageTranslation


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link to a standing page."""

    title: str
    url: str


def standing_pages(request: HttpRequest) -> tuple[MenuItem, ...]:
    """Return the published standing pages marked "show in menus", in the order of the tree. One query."""
    language = (get_language() or "").partition("-")[0]
    translation = StandingPageTranslation.objects.filter(page=OuterRef("pk"), language=language)
    pages = StandingPage.objects.live().in_menu().order_by("path")
    titled = pages.annotate(menu_title=Coalesce(Subquery(translation.values("title")[:1]), "title"))
    return tuple(MenuItem(page.menu_title, page.get_url(request) or "") for page in titled)
