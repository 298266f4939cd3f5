"""Searching in depth: places inside files, suggestions, filters and ways on; by keyboard, by touch, without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.browsing import Visits
from tests.journeys.conftest import on_both_engines
from tests.journeys.depths import PLACES, Depths, add_depths
from tests.journeys.stage import Stage
from tests.journeys.test_accessibility import flaws
from tests.journeys.test_keyboard import tab_to

pytestmark = [pytest.mark.browser, on_both_engines()]

TURNED = "() => { document.documentElement.dir = 'rtl'; }"


@pytest.fixture(scope="module")
def depths(stage: Stage) -> Depths:
    """The library, filled further."""
    return add_depths(stage)


def box(page: Page) -> Locator:
    """Return the search box of the page's own part."""
    return page.locator("main input[name=q][type=search]")


def begin_typing(page: Page, text: str) -> Locator:
    """Type into the box letter by letter, and return its suggestions once they are there."""
    box(page).press_sequentially(text)
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    return page.get_by_role("listbox", name="Suggestions")


def active(page: Page) -> Locator:
    """Return the option that a screen reader would read."""
    return page.locator(f"#{box(page).get_attribute('aria-activedescendant')}")


def test_places_inside_files_open_the_file_there(visits: Visits, depths: Depths) -> None:
    page = visits.open()
    page.goto("/search/?q=tripod")
    hit = page.locator(".hit").filter(has_text="A handbook for filming")
    places = hit.get_by_role("list", name="Found in the files")
    first = places.get_by_role("link").first
    expect(first).to_have_text(re.compile(r"Consent form\.pdf, page 1\d|Filming on wards\.vtt, 1:23"))
    expect(first).to_have_attribute("href", re.compile(r"^/documents/\d+/.*#(page=1\d|t=83)$"))
    expect(places.locator("mark").first).to_have_text("tripod")
    assert page.request.get(first.get_attribute("href") or "").ok
    hit.get_by_role("link", name=re.compile("more places in these files")).click()
    expect(page.locator("#total")).to_have_text(f"{PLACES + 1} places for “tripod”")
    expect(page.locator(".places li")).to_have_count(PLACES + 1)
    page.locator("h1").get_by_role("link", name="A handbook for filming").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A handbook for filming")


def test_suggestions_by_keyboard(visits: Visits, depths: Depths) -> None:
    page = visits.open()
    page.goto("/")
    tab_to(page, "main input[name=q][type=search]")
    options = begin_typing(page, "rumo").get_by_role("option")
    expect(page.locator(".search-box [role=status]")).to_have_text(f"{options.count()} suggestions")
    page.keyboard.press("ArrowDown")
    expect(active(page)).to_have_attribute("aria-selected", "true")
    expect(active(page)).to_have_text(options.first.inner_text())
    page.keyboard.press("End")
    expect(active(page)).to_have_text(options.last.inner_text())
    page.keyboard.press("Home")
    page.keyboard.press("ArrowUp")
    assert box(page).get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_have_value("rumo")
    page.keyboard.press("ArrowDown")
    topic = page.get_by_role("group", name="Topics").get_by_role("option", name="Rumours")
    while active(page).get_attribute("id") != topic.get_attribute("id"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/topics/rumours/$"))


def test_enter_without_a_choice_searches(visits: Visits, depths: Depths) -> None:
    page = visits.open()
    page.goto("/search/")
    begin_typing(page, "rumours")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=rumours$"))
    expect(page.get_by_role("listbox")).to_have_count(0)
    box(page).fill("")
    begin_typing(page, "rumo")  # the box that came with the results has suggestions too


def test_suggestions_by_touch_forgive_a_letter(visits: Visits, depths: Depths) -> None:
    page = visits.open(has_touch=True, viewport={"width": 360, "height": 720})
    page.goto("/")
    begin_typing(page, "belgim").get_by_role("option", name="Belgium").tap()
    expect(page).to_have_url(re.compile("/regions/be/$"))


def test_filters_by_keyboard(visits: Visits, depths: Depths) -> None:
    page = visits.open()
    page.goto("/search/?topic=consent&topic=privacy")
    tab_to(page, "#facet-topic-every")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("every=topic"))
    expect(page.locator("#facet-topic-every")).to_have_attribute("aria-current", "true")
    page.goto("/search/?q=rumours")
    page.locator("#facet-region-filter").press_sequentially("zimb")
    page.locator(".facet-found").get_by_role("link", name=re.compile("Zimbabwe")).click()
    expect(page.locator("#total")).to_have_text("1 resource for “rumours”")
    expect(page.get_by_role("list", name="Chosen filters")).to_contain_text("Zimbabwe")


def test_years_by_bar_and_by_field(visits: Visits, depths: Depths) -> None:
    page = visits.open()
    page.goto("/search/?q=rumours")
    page.locator("#facet-year").get_by_role("link", name="2005–2009: 5 resources").click()
    expect(page.locator("#total")).to_have_text("5 resources for “rumours”")
    page.get_by_label("From").fill("2008")
    page.get_by_label("to", exact=True).fill("2011")
    page.locator(".years-form").get_by_role("button").click()
    expect(page.locator("#total")).to_have_text("4 resources for “rumours”")
    expect(page.get_by_role("list", name="Chosen filters")).to_contain_text("2008–2011")


def test_only_in_my_languages(visits: Visits, depths: Depths) -> None:
    page = visits.open(locale="fr-BE")
    page.goto("/search/?q=rumours")
    page.get_by_role("link", name="Only in my languages (English, French)").click()
    expect(page).to_have_url(re.compile("language=en&language=fr$"))


def test_ways_on_from_nothing(visits: Visits, depths: Depths) -> None:
    page = visits.open()
    page.goto("/search/?q=rumours&language=fr&year=2001")
    page.get_by_role("link", name="Without Language: French").click()
    expect(page.locator("#total")).to_have_text("1 resource for “rumours”")


def test_everything_without_scripts(visits: Visits, depths: Depths) -> None:
    page = visits.open(java_script_enabled=False)
    page.goto("/")
    assert box(page).get_attribute("role") is None
    box(page).fill("rumours")
    page.locator("main").get_by_role("button", name="Search").click()
    page.locator("#facet-region").get_by_role("link", name="Find a region").first.click()
    page.get_by_label("Part of the name").fill("zimb")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name=re.compile("Zimbabwe")).click()
    expect(page.locator("#total")).to_have_text("1 resource for “rumours”")
    page.goto("/search/?q=rumours")
    page.get_by_label("From").fill("2008")
    page.locator(".years-form").get_by_role("button").click()
    expect(page.get_by_role("list", name="Chosen filters")).to_contain_text("since 2008")
    page.goto("/search/?q=tripod")
    expect(page.get_by_role("list", name="Found in the files").first).to_contain_text("page 1")


PAGES: dict[str, Callable[[Depths], str]] = {
    "depth-places": lambda depths: "/search/?q=tripod",
    "depth-inside": lambda depths: f"/search/inside/{depths.handbook.pk}/?q=tripod",
    "depth-facets": lambda depths: "/search/?topic=consent&topic=privacy&year=2000..",
    "depth-facet": lambda depths: "/search/facet/region/?q=rumours&find=an",
    "depth-meant": lambda depths: "/search/?q=rumuors",
    "depth-nothing": lambda depths: "/search/?q=rumours&language=fr&year=2001&type=guide",
    "depth-none": lambda depths: "/search/?q=xylophones",
}


@pytest.mark.parametrize("name", PAGES)
def test_nothing_that_axe_objects_to(visits: Visits, depths: Depths, engine_name: str, name: str) -> None:
    page = visits.open(locale="nl-BE")
    page.set_extra_http_headers({"Accept-Language": "en,nl"})
    page.goto(PAGES[name](depths))
    assert flaws(page, f"{name}-{engine_name}") == []


@pytest.mark.parametrize("address", ["/", "/search/?q=a", "/topics/"])
def test_nothing_that_axe_objects_to_while_suggestions_are_open(
    visits: Visits, depths: Depths, engine_name: str, address: str
) -> None:
    page = visits.open()
    page.goto(address)
    field = page.locator("input[name=q]").first
    field.fill("")
    field.press_sequentially("rumo")
    expect(field).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    assert flaws(page, f"depth-suggest-{address.strip('/?=').replace('/?', '-') or 'front'}-{engine_name}") == []


def test_right_to_left(visits: Visits, depths: Depths, engine_name: str) -> None:
    page = visits.open()
    page.goto("/search/?q=tripod")
    page.evaluate(TURNED)
    assert flaws(page, f"depth-rtl-{engine_name}") == []
    page.goto("/")
    page.evaluate(TURNED)
    begin_typing(page, "هوات").get_by_role("option", name="يوم بلا هواتف")
    page.keyboard.press("ArrowDown")
    assert flaws(page, f"depth-rtl-suggest-{engine_name}") == []
