"""Every kind of public page, in light and dark, on a phone and at a desk: nothing that axe objects to."""

from collections.abc import Callable
from contextlib import ExitStack

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from tests.journeys.axe import violations
from tests.journeys.browsing import SIZES, Visits
from tests.journeys.engines import engine_out_of_reach
from tests.journeys.shots import SCHEMES, shoot
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

PAGES: dict[str, Callable[[Stage], str]] = {
    "front": lambda stage: "/",
    "results": lambda stage: "/search/?q=rumours&language=nl&language=en&sort=newest",
    "results-last-page": lambda stage: "/search/?page=2",
    "results-none": lambda stage: "/search/?q=xylophones",
    "results-none-filtered": lambda stage: "/search/?q=rumours&topic=consent&year=1999",
    "results-relaxed": lambda stage: "/search/?q=camera+xylophone+ward",
    "guide": lambda stage: stage.resources["guide"].url,
    "training": lambda stage: stage.resources["training"].url,
    "case-study": lambda stage: stage.resources["case-study"].url,
    "event": lambda stage: stage.resources["event"].url,
    "topics": lambda stage: "/topics/",
    "topic": lambda stage: "/topics/privacy/",
    "regions": lambda stage: "/regions/",
    "region": lambda stage: "/regions/europe/",
    "directory": lambda stage: "/organisations/",
    "organisation": lambda stage: stage.organisation.url,
    "standing": lambda stage: stage.standing.url,
    "login": lambda stage: "/account/login/?next=/share/",
    "password": lambda stage: stage.protected.url,
}


def flaws(page: Page, name: str) -> list[str]:
    """Return what is wrong with the page as it stands, in every size and scheme; and keep pictures if asked to."""
    found: list[str] = []
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        if sideways := page.evaluate(SIDEWAYS):
            found.append(f"{size}: {sideways} pixels to scroll sideways")
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += [f"{size}, {scheme}: {violation}" for violation in violations(page)]
    shoot(page, name)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_public_pages(visits: Visits, stage: Stage, name: str) -> None:
    page = visits.open()
    page.goto(PAGES[name](stage))
    assert flaws(page, name) == []


def test_results_say_that_words_were_relaxed(visits: Visits, stage: Stage) -> None:
    page = visits.open()
    page.goto(PAGES["results-relaxed"](stage))
    assert "have some of them" in page.locator(".notice").inner_text()


def test_results_while_the_engine_is_out_of_reach(visits: Visits) -> None:
    page = visits.open()
    with engine_out_of_reach():
        page.goto("/search/?q=rumours&topic=rumours")
    assert "limited" in page.locator(".notice-warning").inner_text()
    assert flaws(page, "results-limited") == []


def test_filters_opened_on_a_phone(visits: Visits) -> None:
    page = visits.open(viewport=SIZES["phone"])
    page.goto("/search/?language=nl")
    page.get_by_role("button", name="Filters (1 on)").click()
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []


def test_pages_for_members(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.member)
    page.goto("/share/")
    assert flaws(page, "share") == []
    page.goto("/")
    assert flaws(page, "front-member") == []


@pytest.mark.parametrize("status", [403, 404, 500])
def test_pages_that_say_no(visits: Visits, stage: Stage, status: int) -> None:
    page = visits.open(stage.member)
    addresses = {403: stage.loose_file.url, 404: "/no-such-page/", 500: "/broken/"}
    with ExitStack() as context:
        context.enter_context(visits.expecting(status))
        page.route("**/broken/", lambda route: route.fulfill(status=500, body=render_to_string("500.html")))
        answer = page.goto(addresses[status])
        assert answer is not None
        assert answer.status == status
        assert flaws(page, str(status)) == []
