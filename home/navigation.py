"""The standing pages in the menu, in the reader's language."""

from dataclasses import dataclass

from django.db.models import F, FilteredRelation, Q
from django.http import HttpRequest
from django.utils.translation import get_language

from home.models import StandingPage
from search.vocabulary.kept import Kept, vocabulary_of

_kept_menus: Kept[dict[str, "tuple[MenuItem, ...]"]] = Kept(dict)


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A link to a standing page."""

    title: str
    url: str


def standing_pages(request: HttpRequest) -> tuple[MenuItem, ...]:
    """Return the menu in the reader's language, as the process keeps it."""
    language = (get_language() or "").partition("-")[0]
    menus = _kept_menus.get(vocabulary_of(request))
    if language not in menus:
        menus[language] = read_menu(language)
    return menus[language]


def read_menu(language: str) -> tuple[MenuItem, ...]:
    """Return the published standing pages marked "show in menus", in the order of the tree. One query.

    It begins at the type of page and is put in order here: told to order thousands of pages by path, SQLite walks
    through all of them to find these few.
    """
    in_language = FilteredRelation("translations", condition=Q(translations__language=language))
    pages = StandingPage.objects.exact_type(StandingPage).live().in_menu().order_by().only("title", "path", "url_path")
    titled = pages.annotate(in_language=in_language, translated=F("in_language__title"))
    return tuple(
        MenuItem(page.translated or page.title, page.get_url() or "")
        for page in sorted(titled, key=lambda page: page.path)
    )
