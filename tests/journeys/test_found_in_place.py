"""Choosing filters: in place with scripts, by plain links without."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visits

pytestmark = pytest.mark.browser

ALL = "21 resources for “rumours”"
DUTCH = "7 resources for “rumours”"
REMEMBER = "() => { window.sameDocument = true; }"


def search(page: Page, words: str) -> None:
    """Type into the box of the front page."""
    page.goto("/")
    page.locator("main input[name=q]").fill(words)
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#total")).to_have_text(ALL)


def choose_dutch(page: Page) -> None:
    """Choose a language among the filters."""
    page.locator("#facet-language").get_by_role("link", name="Dutch").click()
    expect(page.locator("#total")).to_have_text(DUTCH)
    expect(page).to_have_url(re.compile(r"/search/\?q=rumours&language=nl$"))


def test_results_change_in_place(visits: Visits) -> None:
    page = visits.open()
    search(page, "rumours")
    page.evaluate(REMEMBER)
    announced = page.get_by_role("status").first

    choose_dutch(page)
    expect(announced).to_have_text(DUTCH)
    expect(page.locator(".hit")).to_have_count(7)
    expect(page.locator("#facet-language").get_by_role("link", name="French")).to_be_visible()

    page.get_by_role("list", name="Chosen filters").get_by_role("link", name="Dutch").click()
    expect(page.locator("#total")).to_have_text(ALL)
    expect(announced).to_have_text(ALL)
    expect(page).to_have_url(re.compile(r"/search/\?q=rumours$"))

    page.go_back()
    expect(page.locator("#total")).to_have_text(DUTCH)
    expect(page.locator(".chip")).to_have_count(1)
    page.go_forward()
    expect(page.locator("#total")).to_have_text(ALL)
    assert page.evaluate("() => window.sameDocument") is True, "the whole page was loaded again"


def test_a_branch_of_a_tree_is_opened_and_chosen(visits: Visits) -> None:
    page = visits.open()
    page.goto("/search/")
    regions = page.locator("#facet-region")
    regions.get_by_text("Within Africa").locator("..").click()
    regions.get_by_text("Within Sub-Saharan Africa").locator("..").click()
    regions.get_by_text("Within Eastern Africa").locator("..").click()
    regions.get_by_role("link", name="Kenya").click()
    expect(page.locator("#total")).to_have_text("21 resources")
    expect(regions.get_by_role("link", name="Europe")).to_be_visible()
    expect(page.get_by_role("list", name="Chosen filters")).to_contain_text("Kenya")


def test_another_page_of_results(visits: Visits) -> None:
    page = visits.open()
    page.goto("/search/?sort=title")
    page.get_by_role("navigation", name="Pages of results").get_by_role("link", name="Next").click()
    expect(page).to_have_url(re.compile(r"/search/\?sort=title&page=2$"))
    expect(page.locator(".hit")).to_have_count(5)


def test_plain_links_without_scripts(visits: Visits) -> None:
    page = visits.open(java_script_enabled=False)
    search(page, "rumours")
    choose_dutch(page)
    page.get_by_role("list", name="Chosen filters").get_by_role("link", name="Dutch").click()
    expect(page.locator("#total")).to_have_text(ALL)
    page.go_back()
    expect(page.locator("#total")).to_have_text(DUTCH)
    page.get_by_role("link", name=re.compile("part 2$")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Answering rumours, part 2")


def test_filters_on_a_phone_without_scripts(visits: Visits) -> None:
    page = visits.open(java_script_enabled=False, viewport={"width": 320, "height": 720})
    page.goto("/search/?q=rumours")
    page.get_by_role("button", name="Filters").click()
    choose_dutch(page)
