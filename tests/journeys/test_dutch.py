"""Dutch: the switch changes the interface, and nothing of it stays English."""

import re
from functools import cache
from gettext import GNUTranslations
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visits
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser

# Texts and labels as shown, those of resources excepted, which carry the language of their own.
INTERFACE_TEXTS = """() => {
  const own = element => !element.closest("script, style, [lang]:not(html):not([lang=nl])");
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (own(walker.currentNode.parentElement)) texts.push(walker.currentNode.data);
  for (const name of ["aria-label", "placeholder", "title", "alt", "data-copy", "data-filter-label"])
    for (const element of document.querySelectorAll(`[${name}]`))
      if (own(element)) texts.push(element.getAttribute(name));
  return texts.map(text => text.replace(/\\s+/g, " ").trim()).filter(Boolean);
}"""
PLACEHOLDER = re.compile(r"%\\\((\w+)\\\)[sd]")
PAGES = [
    "/",
    "/search/?q=rumours&language=fr",
    "/search/?q=xylophones",
    "/topics/privacy/",
    "/regions/europe/",
    "/organisations/",
    "/account/login/",
    "/share/",
]


@cache
def english() -> tuple[re.Pattern[str], ...]:
    """Return what must not be read: every English text whose translation is another one."""
    path = Path(settings.LOCALE_PATHS[0]) / "nl" / "LC_MESSAGES" / "django.mo"
    with path.open("rb") as file:
        catalogue: dict[object, str] = vars(GNUTranslations(file))["_catalog"]
    texts = {key[0] if isinstance(key, tuple) else key: text for key, text in catalogue.items() if key}
    differing = [str(key).split("\x04")[-1] for key, text in texts.items() if key != text]
    return tuple(_shape(" ".join(text.split())) for text in differing)


def _shape(text: str) -> re.Pattern[str]:
    """Return the text as a pattern, with anything in its placeholders; numbers are no words."""
    return re.compile(PLACEHOLDER.sub(r".+", re.escape(text)))


def left_in_english(page: Page) -> list[str]:
    """Return the texts of the page that are English texts of the catalogue."""
    texts: set[str] = set(page.evaluate(INTERFACE_TEXTS))
    return sorted(text for text in texts if any(shape.fullmatch(text) for shape in english()))


def in_dutch(page: Page) -> Page:
    """Use the language switch of the front page."""
    page.goto("/")
    page.get_by_role("button", name="Nederlands").click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    return page


def test_the_switch_changes_the_interface_and_back(visits: Visits) -> None:
    page = visits.open()
    page.goto("/search/?q=rumours")
    assert left_in_english(page), "the search for English texts finds none even in English"
    page.get_by_role("button", name="Nederlands").click()
    expect(page).to_have_url(re.compile(r"/search/\?q=rumours$"))
    expect(page.locator("#total")).to_have_text("21 bronnen voor “rumours”")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#total")).to_have_text("21 resources for “rumours”")


@pytest.mark.parametrize("address", PAGES)
def test_nothing_stays_english(visits: Visits, stage: Stage, address: str) -> None:
    page = in_dutch(visits.open(stage.member))
    page.goto(address)
    assert left_in_english(page) == []


@pytest.mark.parametrize("kind", ["guide", "training", "case-study", "event"])
def test_nothing_of_a_resource_page_stays_english(visits: Visits, stage: Stage, kind: str) -> None:
    page = in_dutch(visits.open())
    page.goto(stage.resources[kind].url)
    assert left_in_english(page) == []


def test_names_of_topics_and_places_are_dutch(visits: Visits) -> None:
    page = in_dutch(visits.open())
    expect(page.get_by_role("link", name="Privacy en geheimhouding")).to_be_visible()
    page.goto("/regions/be/")
    expect(page.get_by_role("heading", level=1)).to_have_text("België")
