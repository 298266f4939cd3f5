"""One page is made, however slow the automatic save that makes it, and however quick the contributor."""

import pytest
from playwright.sync_api import Page, Route, expect

from library.models import ResourcePage
from tests.journeys.browsing import Visits
from tests.journeys.stage import Stage
from tests.journeys.test_what_is_typed_stays import open_editor, type_slowly

pytestmark = pytest.mark.browser

TITLE = "A lift that speaks"


def hold_the_first_save(page: Page) -> list[Route]:
    """Keep the first thing that is saved from arriving; return the list in which it will be."""
    held: list[Route] = []

    def look(route: Route) -> None:
        if route.request.method == "POST" and not held:
            held.append(route)
        else:
            route.continue_()

    page.route("**/admin/pages/add/**", look)
    return held


def test_sending_waits_for_the_automatic_save_under_way(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.contributor)
    open_editor(page, f"/admin/pages/add/library/trainingmaterialpage/{stage.organisation.pk}/")
    held = hold_the_first_save(page)
    with page.expect_request(lambda request: request.method == "POST" and "/pages/add/" in request.url):
        type_slowly(page, "Title", TITLE)
        page.get_by_role("textbox", name="Summary").fill("How blind visitors find their way.")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Save draft").click(no_wait_after=True)
    held[0].continue_()
    expect(page.get_by_text("has been updated")).to_be_visible()
    assert ResourcePage.objects.filter(title=TITLE).count() == 1
