"""The list before sending: it follows what is written, leads to the fields, and says why something came back."""

from collections.abc import Iterator
from itertools import count

import pytest
from django.test import TestCase
from django.urls import reverse
from playwright.sync_api import expect

from library.models import CaseStudyPage, FileState, LibraryDocument, ResourcePage, Stage, Submission
from tests.factories import CaseStudyFactory, DocumentFactory, TopicFactory
from tests.journeys.browsing import SIZES, Visits
from tests.journeys.looking import objections
from tests.journeys.shots import shoot
from tests.journeys.stage import Stage as Library

pytestmark = pytest.mark.browser

NUMBERS = count(1)  # the stage is shared: each title is new
LIST = "[data-before-sending]"


def editor_of(page: ResourcePage) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.fixture
def came_back(stage: Library) -> Iterator[CaseStudyPage]:
    """A case study that the checks sent back, since it has no licence."""
    document = DocumentFactory(title="Our five questions")
    LibraryDocument.objects.filter(pk=document.pk).update(state=FileState.READ)
    page: CaseStudyPage = CaseStudyFactory(
        parent=stage.organisation,
        owner=stage.contributor,
        title=f"Asking before you film, {next(NUMBERS)}",
        documents=[document],
        summary="Consent for filming in five steps.",
        approach="<p>We asked everybody in the room.</p>",
        outcome="<p>Nine of ten said yes.</p>",
        live=False,
        first_published_at=None,
        licence=None,
        topics=[TopicFactory(slug="privacy")],
        regions=[stage.organisation.home_region],
    )
    page.save_revision(user=stage.contributor)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.get_workflow().start(page, stage.contributor)
    assert Submission.objects.get(page=page.pk).stage == Stage.SENT_BACK
    yield page
    page.delete()


def test_the_list_follows_what_is_written_on_a_new_page(visits: Visits, stage: Library) -> None:
    page = visits.open(stage.contributor)
    visits.expected.add(400)  # Wagtail's answer to saving a draft by itself that has no title yet
    page.goto(f"/admin/pages/add/library/casestudypage/{stage.organisation.pk}/")
    told = page.locator(LIST)
    expect(told).to_contain_text("“Title” is empty.")
    page.locator("#id_title").fill("A quiet hour on the ward")
    page.locator("#id_summary").fill("What we learned from one hour without telephones.")
    expect(told).not_to_contain_text("“Title” is empty.")
    expect(told).not_to_contain_text("“Summary” is empty.")
    expect(page.get_by_role("status").filter(has_text="before it can be sent")).to_have_count(1)
    told.get_by_role("link", name="Licence").click()
    expect(page.locator("#id_licence")).to_be_focused()


def test_what_came_back_says_so_beside_the_field_until_it_is_mended(
    visits: Visits, stage: Library, came_back: CaseStudyPage
) -> None:
    page = visits.open(stage.contributor)
    page.goto(editor_of(came_back))
    beside = page.locator(".before-sending__beside")
    expect(beside).to_contain_text("No licence is chosen")
    described = page.locator("#id_licence").get_attribute("aria-describedby") or ""
    assert beside.get_attribute("id") in described.split()
    shoot(page, "came-back")
    page.locator("#id_licence").select_option(index=1)
    expect(beside).to_be_hidden()
    expect(page.locator(LIST)).not_to_contain_text("No licence is chosen")


def test_without_scripts_the_review_page_leads_to_the_list(
    visits: Visits, stage: Library, came_back: CaseStudyPage
) -> None:
    page = visits.open(stage.contributor, java_script_enabled=False)
    page.goto(reverse("review_submission", args=[Submission.objects.get(page=came_back.pk).pk]))
    page.get_by_role("link", name="What they find now, in your latest draft").click()
    expect(page.get_by_role("link", name="Ask before you film", exact=True).first).to_be_visible()
    expect(page.locator(".before-sending")).to_contain_text("No licence is chosen")


PLACES = {
    "editor": ("contributor", editor_of, ".before-sending"),
    "list": ("contributor", lambda page: reverse("before_sending", args=[page.pk]), "main"),
    "settings": ("administrator", lambda page: reverse("check_settings"), "main"),
    "setting": ("administrator", lambda page: reverse("check_setting", args=["duplicate"]), "main form"),
}


@pytest.mark.parametrize("name", PLACES)
def test_nothing_that_axe_objects_to(visits: Visits, stage: Library, came_back: CaseStudyPage, name: str) -> None:
    person, address, element = PLACES[name]
    page = visits.open(getattr(stage, person), viewport=SIZES["phone"])
    page.goto(address(came_back))
    page.locator(element).first.wait_for()
    assert objections(page, f"checks-{name}", element) == []
