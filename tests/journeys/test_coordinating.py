"""The coordinator's road, by keyboard alone: answer a request, invite, promote, hand over and go; and what axe says."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from network.joining.ask import ask_to_join
from network.models import Invitation, JoinRequest, Membership, Role, StandingChange, User
from network.organisations.membership import admit_member
from network.organisations.running import coordinates
from tests.factories import UserFactory
from tests.journeys.browsing import SIZES, Visits
from tests.journeys.looking import objections
from tests.journeys.stage import Stage

pytestmark = pytest.mark.browser

STEPS = 90  # tabs within which a button is reached, the menu of the CMS among them


@dataclass(frozen=True, slots=True)
class House:
    """Who is there when the coordinators come: a colleague, somebody who asks, an open invitation, a history.

    One coordinator stays; the other one goes in the course of the journey.
    """

    coordinator: User
    leaving: User
    colleague: User
    asking: User
    address: str


@pytest.fixture(scope="module")
def house(stage: Stage) -> House:
    """The hospital of the stage, with a coordinator and something to do."""
    hospital = stage.organisation
    coordinator = UserFactory(email="marie@zeeduin.example", first_name="Marie", last_name="Smet")
    leaving = UserFactory(email="ines@zeeduin.example", first_name="Ines", last_name="Claes")
    colleague = UserFactory(email="jonas@zeeduin.example", first_name="Jonas", last_name="Wouters")
    asking = UserFactory(email="mila@zeeduin.example", first_name="Mila", last_name="Peeters")
    admit_member(hospital, coordinator, Role.COORDINATOR)
    admit_member(hospital, leaving, Role.COORDINATOR)
    admit_member(hospital, colleague)
    ask_to_join(asking, hospital, "I film training on the children's ward, and have three films to share.")
    Invitation.objects.create(
        organisation=hospital,
        email="bart@zeeduin.example",
        token_hash="0" * 64,
        invited_by=coordinator,
        expires_at=timezone.now() + timedelta(days=9),
    )
    StandingChange.objects.create(
        organisation=hospital,
        aspect="trust",
        before="new",
        after="known",
        by=stage.administrator,
        reason="Six of six accepted, none sent back.",
    )
    return House(coordinator, leaving, colleague, asking, reverse("organisation_people", args=[hospital.pk]))


def press(page: Page, name: str) -> None:
    """Press the tab key until the button or link of that name has the focus, then enter."""
    wanted = page.get_by_role("button", name=name, exact=True).or_(page.get_by_role("link", name=name, exact=True))
    expect(wanted).to_be_visible()
    for _step in range(STEPS):
        page.keyboard.press("Tab")
        if wanted.evaluate("element => element === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"“{name}” was not reached within {STEPS} tabs")


PLACES = {
    "people": lambda stage, house: ("coordinator", house.address),
    "remove": lambda stage, house: ("coordinator", f"{house.address}{house.colleague.pk}/remove/"),
    "hand-over": lambda stage, house: ("coordinator", f"{house.address}hand-over/"),
    "standing": lambda stage, house: (
        "administrator",
        reverse("organisation_standing", args=[stage.organisation.pk]),
    ),
    "requests": lambda stage, house: ("administrator", reverse("join_requests")),
    "vacancies": lambda stage, house: ("administrator", reverse("organisations_without_coordinator")),
    "resource": lambda stage, house: (
        "coordinator",
        reverse("hand_over_resource", args=[stage.resources["guide"].pk]),
    ),
}


@pytest.mark.parametrize("name", PLACES)
def test_pages_are_accessible(visits: Visits, stage: Stage, house: House, name: str) -> None:
    who, address = PLACES[name](stage, house)
    page = visits.open(house.coordinator if who == "coordinator" else stage.administrator, viewport=SIZES["phone"])
    page.goto(address)
    page.locator(".people").first.wait_for()
    assert objections(page, f"organisation-{name}", ".people") == []
    for size, viewport in SIZES.items():
        page.set_viewport_size(viewport)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), size


def test_a_coordinator_runs_the_organisation_by_keyboard(visits: Visits, stage: Stage, house: House) -> None:
    page = visits.open(house.leaving)
    page.goto("/admin/")
    press(page, "My organisation")
    expect(page.get_by_role("heading", name="Requests to join 1")).to_be_visible()
    press(page, "Accept Mila Peeters")
    expect(page.get_by_text("Done. Mila Peeters is told by mail.")).to_be_visible()
    assert JoinRequest.objects.get(person=house.asking).is_accepted
    page.get_by_label("Email address").focus()
    page.keyboard.type("noor@zeeduin.example")
    page.keyboard.press("Enter")
    expect(page.get_by_text("noor@zeeduin.example is invited")).to_be_visible()
    press(page, "Withdraw bart@zeeduin.example")
    expect(page.get_by_text("The invitation to bart@zeeduin.example is withdrawn")).to_be_visible()
    press(page, "Make coordinator Jonas Wouters")
    expect(page.get_by_text("Jonas Wouters coordinates the organisation now.")).to_be_visible()
    press(page, "Remove Mila Peeters")
    press(page, "Remove")
    expect(page.get_by_text("Mila Peeters no longer belongs to the organisation.")).to_be_visible()
    press(page, "Leave")
    page.get_by_label("Who looks after the resources from now on").focus()
    page.keyboard.type("Jonas")
    press(page, "Leave")
    expect(page.get_by_text(f"You no longer belong to {stage.organisation.title}.")).to_be_visible()
    assert coordinates(house.colleague, stage.organisation)
    assert not Membership.objects.filter(person__in=[house.leaving, house.asking]).exists()
