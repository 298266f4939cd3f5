"""The leader's road: from the address in a mail to a decision, by keyboard alone; nothing that axe objects to."""

from itertools import count

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from library.models import CheckSetting, Decision, Finding, Message, ResourcePage, Submission
from tests.factories import CaseStudyFactory, TopicFactory
from tests.journeys.browsing import SIZES, Visits
from tests.journeys.looking import objections
from tests.journeys.stage import Stage
from tests.library.moderation.stage import switch_off_checks

pytestmark = pytest.mark.browser

NUMBERS = count(1)  # the stage is shared: each title is new
STEPS = 60  # tabs within which the button is reached


@pytest.fixture
def sent(stage: Stage) -> Submission:
    """Something in review, with something that a check found, a message and a note."""
    switch_off_checks()
    page = CaseStudyFactory(
        parent=stage.organisation,
        owner=stage.contributor,
        title=f"A quiet hour on ward {next(NUMBERS)}",
        live=False,
        topics=[TopicFactory()],
    )
    page.save_revision(user=stage.contributor)
    page.get_workflow().start(page, stage.contributor)
    CheckSetting.objects.all().delete()
    submission: Submission = Submission.objects.get(page=page.pk)
    assert submission.revision_id
    Finding.objects.create(submission=submission, revision_id=submission.revision_id, check_id="links", level="warn")
    for is_internal in (False, True):
        Message.objects.create(
            submission=submission, author=stage.leader, text="Which ward was it?", is_internal=is_internal
        )
    return submission


def address_of(submission: Submission) -> str:
    return reverse("review_submission", args=[submission.pk])


def tab_to(page: Page, name: str) -> None:
    """Press the tab key until the button of that name has the focus."""
    wanted = page.get_by_role("button", name=name, exact=True)
    for _step in range(STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"“{name}” was not reached within {STEPS} tabs")


def test_from_the_mail_to_a_decision_by_keyboard(visits: Visits, stage: Stage, sent: Submission) -> None:
    page = visits.open(stage.leader)
    page.goto(address_of(sent))
    skip = page.get_by_role("link", name="Go to the decision")
    skip.focus()
    page.keyboard.press("Enter")
    tab_to(page, "Publish")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"{sent.title}: published.")).to_be_visible()
    assert ResourcePage.objects.get(pk=sent.page_id).live
    assert Decision.objects.get(submission=sent).by == stage.leader


@pytest.mark.parametrize("name", ["desk", "page"])
def test_desk_and_page_are_accessible(visits: Visits, stage: Stage, sent: Submission, name: str) -> None:
    address, element = {"desk": (reverse("review_desk"), "#listing-results"), "page": (address_of(sent), ".review")}[
        name
    ]
    page = visits.open(stage.leader, viewport=SIZES["phone"])
    page.goto(address)
    page.locator(element).first.wait_for()
    assert objections(page, f"review-{name}", element) == []
