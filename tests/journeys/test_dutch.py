"""Dutch: the switch changes the interface, and nothing of it stays English."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visits
from tests.journeys.dutch import left_in_english
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser

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
