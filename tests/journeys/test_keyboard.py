"""Searching without a mouse."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import Visits

pytestmark = pytest.mark.browser

OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
}"""
MOST_STEPS = 80


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until an element has the focus; each one on the way must show that it has it."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE), page.evaluate("() => document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"{selector} was not reached in {MOST_STEPS} steps")


def test_search_filter_and_open_a_hit(visits: Visits) -> None:
    page = visits.open()
    page.goto("/")
    tab_to(page, "input[name=q]")
    page.keyboard.type("rumours")
    page.keyboard.press("Enter")
    expect(page.locator("#total")).to_have_text("21 resources for “rumours”")
    tab_to(page, "#facet-language-nl")
    page.keyboard.press("Enter")
    expect(page.locator("#total")).to_have_text("7 resources for “rumours”")
    expect(page.locator("#facet-language-nl")).to_be_focused()
    tab_to(page, ".hit a")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/organisations/zeeduin-hospital/answering-rumours-part-"))


def test_the_skip_link_leads_past_the_header(visits: Visits) -> None:
    page = visits.open()
    page.goto("/topics/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.querySelector('main').contains(document.activeElement)")


def test_filters_on_a_phone_open_and_close(visits: Visits) -> None:
    page = visits.open(viewport={"width": 320, "height": 720})
    page.goto("/search/?q=rumours")
    tab_to(page, ".filters-button")
    page.keyboard.press("Enter")
    expect(page.locator("#filters")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#filters")).to_be_hidden()
    expect(page.locator(".filters-button")).to_be_focused()
