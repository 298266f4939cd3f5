"""The site of the demo library: what it calls itself, and its standing pages."""

from collections.abc import Mapping

from home.models import HomePage, SiteSettings, StandingPage, StandingPageTranslation
from library.demo.markup import headed_html
from library.demo.texts import tables

TAGLINE = "What hospitals and patient organisations learned about social media, shared and reviewed."
TAGLINE_NL = "Wat ziekenhuizen en patiëntenorganisaties leerden over sociale media, gedeeld en nagelezen."
EXAMPLE_SEARCHES = ("consent", "fake news", "peer support")  # each finds something in six languages or more
CONTACT = "library@commonshelf.example"


def load_site(front_page: HomePage) -> None:
    """Fill in the site settings that are empty and add the standing pages that do not exist."""
    _fill_in_settings()
    taken = set(front_page.get_children().values_list("slug", flat=True))
    for row in tables("standing_pages", "pages"):
        if row["slug"] not in taken:
            _add_standing_page(front_page, row)


def _fill_in_settings() -> None:
    settings = SiteSettings.load()
    settings.tagline = settings.tagline or TAGLINE
    settings.tagline_nl = settings.tagline_nl or TAGLINE_NL
    settings.example_searches = settings.example_searches or "\n".join(EXAMPLE_SEARCHES)
    settings.contact_email = settings.contact_email or CONTACT
    settings.save()


def _add_standing_page(front_page: HomePage, row: Mapping[str, str]) -> None:
    page = StandingPage(title=row["title"], slug=row["slug"], body=headed_html(row["body"]), live=False)
    page.translations.add(
        StandingPageTranslation(language="nl", title=row["title_nl"], body=headed_html(row["body_nl"]))
    )
    front_page.add_child(instance=page)
    page.save_revision().publish()
