"""What leaders and administrators see of the whole: each desk and report in light and dark, on a phone and a desk."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from library.models import DecisionKind, ModerationSettings, Stage, Submission
from library.moderation.log import record
from network.models import User
from network.organisations.models import Trust
from tests.journeys.browsing import SIZES, Visits
from tests.journeys.looking import objections
from tests.journeys.stage import Stage as Library

pytestmark = pytest.mark.browser
REPORTS = "/admin/reports"
LISTING, FIGURES = ("#listing-results",), (".figures", ".figures__scroll")

PLACES: dict[str, tuple[str, tuple[str, ...]]] = {
    "coverage": (f"{REPORTS}/coverage/", FIGURES),
    "coverage-languages": (f"{REPORTS}/coverage/?by=language", FIGURES),
    "times": (f"{REPORTS}/times/", FIGURES),
    "times-parts": (f"{REPORTS}/times/?by=region&region=europe", FIGURES),
    "regions": (f"{REPORTS}/regions/", FIGURES),
    "reviewers": (f"{REPORTS}/reviewers/", LISTING),
    "submissions": (f"{REPORTS}/submissions/", LISTING),
    "decisions": (f"{REPORTS}/decisions/", LISTING),
}
ONLY_ADMINISTRATORS: dict[str, tuple[str, tuple[str, ...]]] = {
    "desk": ("/admin/", (".w-dashboard",)),
    "trust": (f"{REPORTS}/trust/", ("#main",)),
    "files": (f"{REPORTS}/files/", LISTING),
    "vacancies": (f"{REPORTS}/regions/?vacant=yes", FIGURES),
}
LOOKS = [
    *(("leader", name, *place) for name, place in PLACES.items()),
    *(("administrator", name, *place) for name, place in ONLY_ADMINISTRATORS.items()),
]


@pytest.fixture
def record_of(stage: Library) -> Callable[[int], Submission]:
    """What lets the hospital have so many submissions accepted by the leader."""

    def answer(number: int) -> Submission:
        submission = Submission.objects.create(
            organisation=stage.organisation, title="Asked before", stage=Stage.WITHDRAWN
        )
        for _each in range(number):
            record(submission, DecisionKind.PUBLISH, stage.leader)
        return submission

    return answer


@pytest.mark.parametrize(("who", "name", "address", "elements"), LOOKS, ids=lambda part: str(part)[:20])
def test_nothing_that_axe_objects_to(
    visits: Visits,
    stage: Library,
    record_of: Callable[[int], Submission],
    who: str,
    name: str,
    address: str,
    elements: tuple[str, ...],
) -> None:
    record_of(ModerationSettings.load().known_after)
    person: User = getattr(stage, who)
    page = visits.open(person, viewport=SIZES["phone"])
    page.goto(address)
    page.locator(elements[0]).first.wait_for()
    present = tuple(each for each in elements if page.locator(each).count())
    assert objections(page, f"report-{who}-{name}", *present) == []


def test_a_leader_comes_from_the_desk_to_a_hole_and_to_what_fills_its_neighbour(visits: Visits, stage: Library) -> None:
    page = visits.open(stage.leader)
    page.goto("/admin/")
    page.get_by_role("link", name="Coverage", exact=True).last.click()
    expect(page.get_by_text("cells are empty")).to_be_visible()
    number = page.get_by_role("row", name="Western Europe").get_by_role("link").nth(1)
    count = int(number.inner_text())
    assert count > 0
    number.click()
    expect(page.locator("#total")).to_contain_text(str(count))


def test_an_administrator_follows_a_proposal_of_trust_by_keyboard(
    visits: Visits, stage: Library, record_of: Callable[[int], Submission]
) -> None:
    record_of(ModerationSettings.load().known_after)
    page = visits.open(stage.administrator)
    page.goto("/admin/")
    page.get_by_role("link", name="Proposals of trust").first.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Why").focus()
    page.keyboard.type("A good year.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("trust is now “Known”")).to_be_visible()
    stage.organisation.refresh_from_db()
    assert stage.organisation.trust == Trust.KNOWN
