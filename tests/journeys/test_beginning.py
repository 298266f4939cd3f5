"""Beginning with what is there: a file, a copy, an adaptation; and what these pages look like."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import violations
from tests.journeys.browsing import SIZES, Visits
from tests.journeys.measuring import measure, write_down
from tests.journeys.shots import SCHEMES, shoot
from tests.journeys.stage import Stage
from tests.library.files.reading.test_about import pdf_with_properties

pytestmark = pytest.mark.browser

MOST_FIELDS, MOST_CLICKS = 2, 6


def objections(page: Page) -> list[str]:
    """Return what axe objects to in what is ours on the page, at every size, in light and dark."""
    found = []
    before = page.viewport_size
    for viewport in SIZES.values():
        page.set_viewport_size(viewport)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            found += violations(page, "main form, article" if page.locator("article").count() else "main form")
    page.emulate_media(color_scheme="light")
    if before:
        page.set_viewport_size(before)
    return found


def test_from_a_file_to_the_review(visits: Visits, stage: Stage) -> None:
    page = visits.open(stage.contributor)
    with measure(page, "from a file") as measured:
        page.goto("/admin/")
        measured.press(page.get_by_role("link", name="Share a resource"))
        shoot(page, "begin-choose")
        measured.press(page.get_by_role("link", name="Begin with a file or an address"))
        shoot(page, "begin-empty")
        pdf = {"name": "vragen.pdf", "mimeType": "application/pdf", "buffer": pdf_with_properties()}
        measured.attach(page.get_by_label("A file of yours"), pdf)
        measured.press(page.get_by_role("button", name="Look at it"))
        expect(page.get_by_role("textbox", name="Title")).to_have_value("Eerst vragen")
        expect(page.get_by_role("checkbox", name="Take it People")).to_be_checked()
        shoot(page, "begin-proposal")
        assert objections(page) == []
        measured.press(page.get_by_role("button", name="Go on with this"))
        expect(page.get_by_role("combobox", name="Language")).to_have_value("nl")
        shoot(page, "begin-editor")
        measured.fill(page.get_by_role("searchbox", name="Search topics"), "consent")
        measured.press(page.get_by_role("checkbox", name="Consent"))
        measured.choose(page.get_by_role("combobox", name="Licence"), "Creative Commons Attribution 4.0")
        measured.press(page.get_by_role("button", name="Send for review"))
        expect(page.get_by_text("“Eerst vragen” is sent")).to_be_visible()
    assert measured.fields <= MOST_FIELDS
    assert measured.clicks <= MOST_CLICKS
    write_down(measured)


def test_an_adaptation_of_what_a_reader_found(visits: Visits, stage: Stage) -> None:
    guide = stage.resources["guide"]
    page = visits.open(stage.administrator)
    page.goto(guide.url)
    shoot(page, "copy-public")
    page.get_by_role("link", name="Copy as a new draft").click()
    expect(page.get_by_role("button", name="Copy")).to_be_visible()
    shoot(page, "copy-ask")
    assert objections(page) == []
    page.goto(f"/admin/share/adapt/{guide.pk}/")
    shoot(page, "adapt-ask")
    assert objections(page) == []
    page.get_by_role("textbox", name="Title").fill("Ask before you film, at home")
    page.get_by_role("button", name="Adapt").click()
    expect(page.get_by_role("textbox", name="Title")).to_have_value("Ask before you film, at home")
    expect(page.get_by_text("is a draft of yours")).to_be_visible()
