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
