"""Contributor, coordinator, leader and administrator at work in Dutch: no English left, and nothing axe objects to."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from wagtail.users.models import UserProfile

from library.models import DecisionKind, ModerationSettings, ResourcePage, Submission
from library.models import Stage as SubmissionStage
from library.moderation.log import record
from network.joining.ask import ask_to_join
from network.models import JoinRequest, Role, User
from network.organisations.membership import admit_member
from network.organisations.models import Trust
from tests.factories import CaseStudyFactory, TopicFactory, UserFactory
from tests.journeys.browsing import SIZES, Visits
from tests.journeys.dutch import left_in_english
from tests.journeys.looking import objections
from tests.journeys.stage import Stage
from tests.library.moderation.stage import switch_off_checks

pytestmark = pytest.mark.browser

SUMMARY = "Wat verpleegkundigen afspreken voordat er een camera op de afdeling komt."


def open_in_dutch(visits: Visits, person: User) -> Page:
    """Return a window of somebody who has chosen Dutch in the CMS; folded menus, as on a phone."""
    profile = UserProfile.get_for_user(person)
    profile.preferred_language = "nl"
    profile.save()
    return visits.open(person, viewport=SIZES["phone"], locale="nl-NL")


def read(page: Page, name: str, element: str) -> None:
    """Look at a page in every size and scheme: all of it is Dutch, and axe has nothing against what is ours."""
    page.locator(element).first.wait_for()
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    assert left_in_english(page) == [], name
    assert objections(page, f"dutch-{name}", element) == []
    page.set_viewport_size(SIZES["desk"])


def test_a_contributor_shares(visits: Visits, stage: Stage) -> None:
    page = open_in_dutch(visits, stage.contributor)
    page.goto("/admin/")
    read(page, "contributor-desk", ".w-dashboard")
    page.get_by_role("link", name="Deel een bron").first.click()
    read(page, "choose-type", "main")
    page.get_by_role("link", name="Lesmateriaal").click()
    page.get_by_role("textbox", name="Titel").fill("Camera's op de afdeling")
    page.get_by_role("textbox", name="Samenvatting").fill(SUMMARY)
    page.locator("input[type=file][multiple]").set_input_files(
        {"name": "Cameras.txt", "mimeType": "text/plain", "buffer": b"Let op het raam."}
    )
    expect(page.get_by_text("Cameras", exact=False).first).to_be_visible()
    page.get_by_role("searchbox", name="Zoek onderwerpen").fill("toestem")
    page.get_by_role("checkbox", name="Toestemming").check()
    page.get_by_role("combobox", name="Licentie").select_option(index=1)
    read(page, "editor", ".before-sending")
    page.get_by_role("button", name="Stuur in").click()
    expect(page.get_by_text("“Camera's op de afdeling” is ingestuurd")).to_be_visible()
    assert Submission.objects.get(title="Camera's op de afdeling").stage == SubmissionStage.CHECKS


def test_a_coordinator_answers_and_invites(visits: Visits, stage: Stage) -> None:
    coordinator = UserFactory(first_name="Marie", last_name="Smet")
    asking = UserFactory(first_name="Mila", last_name="Peeters")
    admit_member(stage.organisation, coordinator, Role.COORDINATOR)
    ask_to_join(asking, stage.organisation, "Ik film op de kinderafdeling en heb drie films om te delen.")
    page = open_in_dutch(visits, coordinator)
    page.goto("/admin/")
    read(page, "coordinator-desk", ".w-dashboard")
    page.get_by_role("link", name="Mijn organisatie").first.click()
    read(page, "organisation", ".people")
    page.get_by_role("button", name="Neem aan Mila Peeters").click()
    expect(page.get_by_text("Gedaan. Mila Peeters krijgt bericht per e-mail.")).to_be_visible()
    assert JoinRequest.objects.get(person=asking).is_accepted
    page.get_by_label("E-mailadres").fill("noor@zeeduin.example")
    page.get_by_label("E-mailadres").press("Enter")
    expect(page.get_by_text("noor@zeeduin.example is uitgenodigd")).to_be_visible()
    page.goto(f"{reverse('organisation_people', args=[stage.organisation.pk])}hand-over/")
    read(page, "hand-over", ".people")


def test_a_leader_asks_for_changes(visits: Visits, stage: Stage) -> None:
    sent = send(stage)
    page = open_in_dutch(visits, stage.leader)
    page.goto("/admin/")
    read(page, "leader-desk", ".w-dashboard")
    page.get_by_role("region", name="Wacht op uw beoordeling").get_by_role("link", name=sent.title, exact=True).click()
    read(page, "review", ".review")
    for report in ("coverage", "times", "regions", "reviewers", "submissions", "decisions"):
        page.goto(f"/admin/reports/{report}/")
        assert left_in_english(page) == [], report
    page.goto(reverse("review_submission", args=[sent.pk]))
    page.get_by_role("button", name="Publiceer", exact=True).click()
    expect(page.get_by_text(f"{sent.title}: gepubliceerd.")).to_be_visible()
    assert ResourcePage.objects.get(pk=sent.page_id).live


def test_an_administrator_raises_trust(visits: Visits, stage: Stage) -> None:
    before = Submission.objects.create(
        organisation=stage.organisation, title="Eerder gevraagd", stage=SubmissionStage.WITHDRAWN
    )
    for _each in range(ModerationSettings.load().known_after):
        record(before, DecisionKind.PUBLISH, stage.leader)
    page = open_in_dutch(visits, stage.administrator)
    page.goto("/admin/")
    read(page, "administrator-desk", ".w-dashboard")
    for name in ("search_health", "join_requests", "organisations_without_coordinator", "check_settings", "mails"):
        page.goto(reverse(name))
        assert left_in_english(page) == [], name
    page.goto("/admin/")
    page.get_by_role("link", name="Voorstellen over vertrouwen").first.click()
    read(page, "trust", "#main")
    page.get_by_label("Waarom").fill("Een goed jaar.")
    page.get_by_role("button", name="Verhoog naar “Bekend”").click()
    expect(page.get_by_text("vertrouwen is nu “Bekend”")).to_be_visible()
    stage.organisation.refresh_from_db()
    assert stage.organisation.trust == Trust.KNOWN


def send(stage: Stage) -> Submission:
    """Return something of the contributor's that waits for the leader."""
    switch_off_checks()
    page = CaseStudyFactory(
        parent=stage.organisation,
        owner=stage.contributor,
        title="Een stil uur op de afdeling",
        live=False,
        topics=[TopicFactory()],
    )
    page.save_revision(user=stage.contributor)
    page.get_workflow().start(page, stage.contributor)
    submission: Submission = Submission.objects.get(page=page.pk)
    return submission
