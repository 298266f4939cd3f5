"""From logging in to "sent for review" in three minutes: with a mouse, on a phone, and by keyboard alone.

With JOURNEY_FIGURES=docs/contributing-measured.md the figures are written into the table there.
"""

from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.factories import PASSWORD
from tests.journeys.browsing import Visits
from tests.journeys.measuring import Measured, measure, write_down
from tests.journeys.shots import shoot_once
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser

FOCUSED = "element => element === document.activeElement"
FAR = 120  # presses of Tab from one field to the next; more would be a maze
SUMMARY = "What nurses should settle before a camera comes to the ward, with questions to ask the family."
FILE: FilePayload = {
    "name": "Cameras.txt",
    "mimeType": "text/plain",
    "buffer": b"Mind the window. Ask the family first.",
}
MOST_FIELDS, MOST_CLICKS, MOST_KEYS = 6, 5, 150
THREE_MINUTES = 180.0  # a person who types needs the most of it; the server and the browser may not
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


def share(measured: Measured, page: Page, person: str, title: str) -> None:
    """Do everything that is needed, and nothing else."""
    page.goto("/share/")
    measured.fill(page.get_by_label("Email"), person)
    measured.fill(page.get_by_label("Password"), PASSWORD)
    measured.press(page.locator("#main").get_by_role("button", name="Log in"))
    measured.press(page.get_by_role("link", name="Share a resource"))
    measured.press(page.get_by_role("link", name="Training material"))
    measured.fill(page.get_by_role("textbox", name="Title"), title)
    measured.fill(page.get_by_role("textbox", name="Summary"), SUMMARY)
    measured.attach(page.locator("input[type=file][multiple]"), FILE)
    expect(page.get_by_text("Cameras", exact=False).first).to_be_visible()
    measured.fill(page.get_by_role("searchbox", name="Search topics"), "consent")
    measured.press(page.get_by_role("checkbox", name="Consent"))
    measured.choose(page.get_by_role("combobox", name="Licence"), "Creative Commons Attribution 4.0")
    expect(page.get_by_role("combobox", name="Language")).to_have_value("en")
    shoot_once(page, f"quick-form-{measured.name}")
    measured.press(page.get_by_role("button", name="Send for review"))
    expect(page.get_by_text(f"“{title}” is sent")).to_be_visible()
    shoot_once(page, f"quick-desk-{measured.name}")


@pytest.mark.parametrize(("name", "options"), [("desk", {}), ("phone", PHONE)])
def test_in_three_minutes(visits: Visits, stage: Stage, name: str, options: dict[str, Any]) -> None:
    page = visits.open(**options)
    with measure(page, name) as measured:
        share(measured, page, stage.contributor.email, f"Cameras at the {name}")
    assert measured.fields <= MOST_FIELDS
    assert measured.clicks <= MOST_CLICKS
    assert measured.seconds < THREE_MINUTES
    write_down(measured)


def go_to(measured: Measured, page: Page, element: Locator) -> None:
    """Press Tab until an element has the focus."""
    element.wait_for(state="attached")
    for _step in range(FAR):
        if element.evaluate(FOCUSED):
            return
        measured.key(page, "Tab")
    raise AssertionError(f"{element} was not reached")


def type_into(measured: Measured, page: Page, element: Locator, words: str) -> None:
    """Go to a field and type."""
    go_to(measured, page, element)
    page.keyboard.type(words)
    measured.fields += 1


def act_on(measured: Measured, page: Page, element: Locator, key: str = "Enter") -> None:
    """Go to a button, a link or a checkbox and press a key on it."""
    go_to(measured, page, element)
    measured.key(page, key)


def skip_the_menu(measured: Measured, page: Page) -> None:
    """Take the first link of the page, which leads past everything that stands on all of them."""
    act_on(measured, page, page.get_by_role("link", name="Skip to main content"))


def share_by_keyboard(measured: Measured, page: Page, person: str, title: str) -> None:
    """Do the same, without a mouse."""
    page.goto("/share/")
    type_into(measured, page, page.get_by_label("Email"), person)
    type_into(measured, page, page.get_by_label("Password"), PASSWORD)
    measured.key(page, "Enter")
    skip_the_menu(measured, page)
    act_on(measured, page, page.get_by_role("link", name="Share a resource"))
    skip_the_menu(measured, page)
    act_on(measured, page, page.get_by_role("link", name="Training material"))
    skip_the_menu(measured, page)
    type_into(measured, page, page.get_by_role("textbox", name="Title"), title)
    type_into(measured, page, page.get_by_role("textbox", name="Summary"), SUMMARY)
    with page.expect_file_chooser() as chooser:
        act_on(measured, page, page.get_by_role("button", name="Choose files from this device"))
    chooser.value.set_files(FILE)
    measured.files += 1
    type_into(measured, page, page.get_by_role("searchbox", name="Search topics"), "consent")
    act_on(measured, page, page.get_by_role("checkbox", name="Consent"), "Space")
    type_into(measured, page, page.get_by_role("combobox", name="Licence"), "Creative")
    expect(page.get_by_role("combobox", name="Language")).to_have_value("en")
    measured.key(page, "Control+Enter")
    expect(page.get_by_text(f"“{title}” is sent")).to_be_visible()


def test_by_keyboard_alone(visits: Visits, stage: Stage) -> None:
    page = visits.open()
    with measure(page, "keyboard") as measured:
        share_by_keyboard(measured, page, stage.contributor.email, "Cameras by keyboard")
    assert (measured.clicks, measured.fields) == (0, 6)
    assert measured.keys <= MOST_KEYS
    assert measured.seconds < THREE_MINUTES
    write_down(measured)
