"""Share, review, publish, find: the road that the whole house is for, on both engines."""

from time import monotonic

import pytest
from playwright.sync_api import Page, expect

from library.files.read_document import read_next
from library.moderation.checks.waiting import check_what_waits
from tests.factories import PASSWORD
from tests.journeys.browsing import Visits
from tests.journeys.conftest import on_both_engines
from tests.journeys.shots import shoot
from tests.journeys.stage import Stage

pytestmark = [pytest.mark.browser, on_both_engines()]

TITLE = "Cameras on the children's ward"
SUMMARY = "Seven lessons about lighthouses and cameras, for nurses who film their own training."
FOUND_WITHIN = 2.0  # seconds from the answer to the approval


def log_in(page: Page, email: str) -> None:
    """Fill in the site's form, which the browser shows now."""
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("#main").get_by_role("button", name="Log in").click()


def fill_in(page: Page) -> None:
    """Answer what the editor asks, from the top down, as a person does."""
    page.get_by_role("textbox", name="Title").fill(TITLE)
    page.get_by_role("textbox", name="Summary").fill(SUMMARY)
    page.get_by_role("combobox", name="Language").select_option("English")
    page.locator("input[type=file][multiple]").set_input_files(
        {"name": "Light_and_sound.txt", "mimeType": "text/plain", "buffer": b"Mind the window."}
    )
    expect(page.get_by_text("Light and sound")).to_be_visible()
    page.get_by_role("searchbox", name="Search topics").fill("toestem")
    shoot(page, "form-tree")
    page.get_by_role("checkbox", name="Consent").check()
    page.get_by_role("searchbox", name="Search countries").fill("Nether")
    page.get_by_role("checkbox", name="Netherlands", exact=True).check()
    page.get_by_role("checkbox", name="Nurses").check()
    page.get_by_role("combobox", name="Licence").select_option("Creative Commons Attribution 4.0")


def send_for_review(page: Page) -> None:
    """Press the first button of the editor, and come to the desk."""
    page.get_by_role("button", name="Send for review").click()
    expect(page.get_by_text(f"“{TITLE}” is sent")).to_be_visible()


def work() -> None:
    """Do what the worker does: read the files, then check what was sent."""
    while read_next():
        pass
    assert check_what_waits() == 1


def approve(page: Page) -> None:
    """Publish what the browser shows on the review page, as it is."""
    with page.expect_response(lambda response: response.request.method == "POST"):
        page.get_by_role("button", name="Publish", exact=True).click()


def find(page: Page, words: str, deadline: float) -> float:
    """Search again and again until there is a hit; return how long it took, in seconds."""
    began = monotonic()
    while monotonic() - began < deadline:
        page.goto(f"/search/?q={words}")
        if page.locator(".hit").count():
            return monotonic() - began
    raise AssertionError(f"“{words}” was not found within {deadline} seconds")


def test_shared_reviewed_and_found(visits: Visits, stage: Stage) -> None:
    contributor, leader, visitor = visits.open(), visits.open(), visits.open()

    contributor.goto("/")
    contributor.get_by_role("navigation", name="Main").get_by_role("link", name="Share a resource").click()
    log_in(contributor, stage.contributor.email)
    contributor.get_by_role("link", name="Share a resource").click()
    shoot(contributor, "choose-type")
    contributor.get_by_role("link", name="Training material").click()
    shoot(contributor, "form-empty")
    fill_in(contributor)
    shoot(contributor, "form-filled")
    send_for_review(contributor)
    work()
    contributor.reload()
    shoot(contributor, "start-contributor")
    in_review = contributor.get_by_role("region", name="In review")
    expect(in_review.get_by_role("link", name=TITLE)).to_be_visible()

    visitor.goto("/search/?q=lighthouse")
    expect(visitor.locator(".hit")).to_have_count(0)

    leader.goto("/account/login/?next=/admin/")
    log_in(leader, stage.leader.email)
    shoot(leader, "start-leader")
    leader.get_by_role("region", name="Awaiting your review").get_by_role("link", name=TITLE, exact=True).click()
    shoot(leader, "review")
    approve(leader)

    assert find(visitor, "lighthouse", FOUND_WITHIN) < FOUND_WITHIN
    expect(visitor.locator("#total")).to_have_text("1 resource for “lighthouse”")
    expect(visitor.locator(".hit mark")).to_have_text("lighthouses")
    expect(visitor.locator(".notice")).to_have_count(0)
    visitor.get_by_role("link", name=TITLE).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(visitor.locator(".files")).to_contain_text("Light and sound")
    expect(visitor.get_by_role("link", name="Netherlands")).to_be_visible()
    shoot(visitor, "resource")


def test_unpublished_and_gone(visits: Visits, stage: Stage) -> None:
    guide = stage.resources["guide"]
    editor, visitor = visits.open(stage.administrator), visits.open()
    visitor.goto("/search/?q=consent+filming")
    expect(visitor.get_by_role("link", name=guide.title)).to_be_visible()

    editor.goto(f"/admin/pages/{guide.pk}/unpublish/")
    editor.get_by_role("button", name="Yes, unpublish it").click()
    editor.get_by_role("textbox", name="In your words").fill("It is out of date.")
    editor.get_by_role("button", name="Take off the site").click()
    expect(editor.get_by_text("is off the site").first).to_be_visible()

    visitor.reload()
    expect(visitor.get_by_role("link", name=guide.title)).to_have_count(0)
    with visits.expecting(404):
        answer = visitor.goto(guide.url)
    assert answer is not None
    assert answer.status == 404
