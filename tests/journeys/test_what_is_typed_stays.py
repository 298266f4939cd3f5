"""What was typed survives a lost session, a closed laptop, a failed check and a colleague who types as well."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from library.models import ResourcePage
from network.models import User
from tests.journeys.browsing import Visits, session_of
from tests.journeys.shots import shoot
from tests.journeys.stage import Stage
from tests.journeys.test_the_whole_road import log_in

pytestmark = pytest.mark.browser

SUMMARY = "Typed while nobody was logged in any more."


# Wagtail compares the form with what was in it two seconds after the page came, and takes that twice within 0.1 s;
# people type later than that, and longer.
WATCHING = """addEventListener("w-unsaved:watch-edits", (event) => {
  if (event.target.matches("[data-edit-form]")) document.documentElement.dataset.watching = "yes"; // not another form's
})"""


def open_editor(page: Page, address: str) -> None:
    """Open an editor, and wait until it watches what is typed."""
    page.add_init_script(WATCHING)
    page.goto(address)
    page.locator("html[data-watching]").wait_for()


def type_slowly(page: Page, field: str, words: str) -> None:
    """Type letter by letter, as people do."""
    page.get_by_role("textbox", name=field).press_sequentially(words, delay=20)


def begin(page: Page, stage: Stage, title: str) -> None:
    """Type a title, and wait until the draft has an address."""
    open_editor(page, f"/admin/pages/add/library/trainingmaterialpage/{stage.organisation.pk}/")
    type_slowly(page, "Title", title)
    page.wait_for_url("**/edit/")


@pytest.fixture
def visits(visits: Visits) -> Visits:
    """Windows in which refusals are part of the story: of who is logged out (403), and of the older text (400)."""
    visits.expected |= {400, 403}
    return visits


def lose_session_while_typing(page: Page) -> None:
    """End every session, type on, and wait until the editor says so."""
    Session.objects.all().delete()
    page.get_by_role("textbox", name="Summary").fill(SUMMARY)
    expect(page.get_by_text("You are no longer logged in")).to_be_visible()


def summary_of(title: str) -> str:
    """Return the summary in the latest draft of that title."""
    page = ResourcePage.objects.get(title=title).specific
    return str(page.get_latest_revision_as_object().summary)


def come_back(page: Page, person: User, address: str) -> None:
    """Give a browser a new session of somebody."""
    page.context.add_cookies([{"name": "sessionid", "value": session_of(person), "url": address}])


def test_a_lost_session_costs_nothing(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.contributor)
    begin(page, stage, "Session lost")
    lose_session_while_typing(page)
    shoot(page, "session-lost")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Log in again").click()
    log_in(opened.value, stage.contributor.email)
    opened.value.wait_for_url("**/admin/")
    with page.expect_response(lambda response: response.request.method == "POST" and response.url.endswith("/edit/")):
        page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    expect(page.get_by_role("textbox", name="Summary")).to_have_value(SUMMARY)
    assert summary_of("Session lost") == SUMMARY


def test_a_closed_laptop_costs_nothing_either(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.contributor)
    begin(page, stage, "Laptop closed")
    lose_session_while_typing(page)
    address, context = page.url, page.context
    page.close(run_before_unload=False)
    assert summary_of("Laptop closed") == ""
    again = context.new_page()
    come_back(again, stage.contributor, visits.address)
    again.goto(address)
    expect(again.get_by_text("did not reach the site")).to_be_visible()
    shoot(again, "typed-offered")
    again.get_by_role("button", name="Put it back").click()
    expect(again.get_by_role("textbox", name="Summary")).to_have_value(SUMMARY)
    expect(again.get_by_text("did not reach the site")).to_be_hidden()
    assert summary_of("Laptop closed") == SUMMARY


def test_somebody_else_at_the_same_computer_is_offered_nothing(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.contributor)
    begin(page, stage, "Shared computer")
    lose_session_while_typing(page)
    address, context = page.url, page.context
    page.close(run_before_unload=False)
    other = context.new_page()
    come_back(other, stage.administrator, visits.address)
    other.goto(address)
    expect(other.get_by_role("textbox", name="Title")).to_have_value("Shared computer")
    expect(other.get_by_text("did not reach the site")).to_have_count(0)


def test_logging_out_leaves_nothing_in_the_browser(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.contributor)
    begin(page, stage, "Logged out on purpose")
    page.goto("/admin/")
    page.evaluate(
        "key => localStorage.setItem(key, '{}')", f"commonshelf-typed:{stage.contributor.pk}:/admin/pages/1/edit/"
    )
    page.get_by_role("button", name="Nora").click()
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url("**/login/**")
    assert page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('commonshelf-typed'))") == []


def test_a_failed_check_keeps_everything(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.contributor)
    begin(page, stage, "Not complete")
    page.get_by_role("textbox", name="Summary").fill(SUMMARY)
    page.get_by_role("searchbox", name="Search topics").fill("consent")
    page.get_by_role("checkbox", name="Consent").check()
    page.get_by_role("button", name="Send for review").click()
    expect(page.get_by_text("could not be saved due to").first).to_be_visible()
    shoot(page, "not-complete")
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Not complete")
    expect(page.get_by_role("textbox", name="Summary")).to_have_value(SUMMARY)
    expect(page.get_by_role("checkbox", name="Consent")).to_be_checked()


def test_two_editors_do_not_overwrite_each_other(visits: Visits, stage: Stage) -> None:
    mine, theirs = visits.open(stage.contributor), visits.open(stage.administrator)
    begin(mine, stage, "Two at once")
    open_editor(theirs, mine.url)
    with theirs.expect_response(lambda response: response.request.method == "POST" and "/edit/" in response.url):
        type_slowly(theirs, "Summary", "From the other one.")
    with mine.expect_response(lambda response: response.status == 400 and "/edit/" in response.url):
        mine.get_by_role("textbox", name="Summary").fill(SUMMARY)
    expect(mine.get_by_role("textbox", name="Summary")).to_have_value(SUMMARY)
    assert summary_of("Two at once") == "From the other one."
    stored = "() => Object.keys(localStorage).map(key => localStorage.getItem(key)).join()"
    assert SUMMARY in str(mine.evaluate(stored))
