"""The editor of a resource: what a draft needs, and what the review."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from home.set_up import set_up_network
from library.models import CaseStudyPage, Submission, TrainingMaterialPage
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from tests.factories import CaseStudyFactory, LicenceFactory, RegionFactory, TopicFactory, UserFactory
from tests.library.moderation.stage import after_commit, switch_off_checks

pytestmark = pytest.mark.django_db

ROWS = ("files", "links", "people", "measures", "comments")
RICH = '{"entityMap":{},"blocks":[{"key":"a","text":"Text","type":"unstyled","depth":0,"inlineStyleRanges":[],'
RICH += '"entityRanges":[]}]}'


@pytest.fixture
def organisation() -> OrganisationPage:
    return found_organisation(set_up_network().directory, "Aurora", home_region=RegionFactory(code="be"))


@pytest.fixture
def author(organisation: OrganisationPage) -> User:
    person: User = UserFactory()
    admit_member(organisation, person)
    return person


@pytest.fixture
def client(author: User) -> Client:
    browser = Client()
    browser.force_login(author)
    return browser


def form(**fields: str) -> dict[str, str]:
    counts = {
        f"{name}-{field}": "0"
        for name in ROWS
        for field in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    }
    parts = dict.fromkeys(("setting", "challenge", "approach", "outcome", "lessons"), "null")
    return {**counts, **parts, "body-count": "0", **fields}


def add_url(organisation: OrganisationPage, model: str = "casestudypage") -> str:
    return reverse("wagtailadmin_pages:add", args=["library", model, organisation.pk])


def test_a_draft_needs_a_title_only(client: Client, organisation: OrganisationPage, author: User) -> None:
    client.post(add_url(organisation), form(title="Asking first"))
    page = CaseStudyPage.objects.get()
    assert (page.title, page.slug, page.live, page.owner, page.language) == (
        "Asking first",
        "asking-first",
        False,
        author,
        "und",
    )


def test_this_year_and_the_organisations_country_are_proposed(client: Client, organisation: OrganisationPage) -> None:
    html = client.get(add_url(organisation)).content.decode()
    assert f'name="year" value="{timezone.localdate().year}"' in html
    be = RegionFactory(code="be").pk
    assert f'name="regions" value="{be}" checked' in " ".join(html.split())


def test_what_is_missing_is_asked_for_when_it_is_sent(client: Client, organisation: OrganisationPage) -> None:
    reply = client.post(add_url(organisation), {**form(title="Asking first"), "action-submit": "1"})
    errors = reply.context["form"].errors
    assert set(errors) == {"summary", "language", "topics", "regions", "licence", "approach", "outcome"}
    assert not CaseStudyPage.objects.exists()


def test_a_complete_one_goes_into_review(client: Client, organisation: OrganisationPage) -> None:
    complete = form(
        title="Asking first",
        summary="What we learned.",
        language="en",
        topics=str(TopicFactory().pk),
        regions=str(RegionFactory(code="be").pk),
        licence=str(LicenceFactory().pk),
        approach=RICH,
        outcome=RICH,
    )
    client.post(add_url(organisation), {**complete, "action-submit": "1"})
    page = CaseStudyPage.objects.get()
    assert page.workflow_in_progress
    assert not page.live


def test_training_without_any_material_is_not_sent(client: Client, organisation: OrganisationPage) -> None:
    reply = client.post(
        add_url(organisation, "trainingmaterialpage"), {**form(title="A course", format="other"), "action-submit": "1"}
    )
    assert "Add the material itself" in str(reply.context["form"].non_field_errors())
    assert not TrainingMaterialPage.objects.exists()


def test_a_published_one_may_lack_what_it_lacked(client: Client, organisation: OrganisationPage, author: User) -> None:
    page = CaseStudyFactory(parent=organisation, owner=author, language="und")
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client.post(url, {**form(title="Better", summary="Still here."), "action-submit": "1"})
    page.refresh_from_db()
    assert page.workflow_in_progress


def test_but_not_lose_what_it_had(client: Client, organisation: OrganisationPage, author: User) -> None:
    page = CaseStudyFactory(parent=organisation, owner=author, licence=LicenceFactory())
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    reply = client.post(url, {**form(title="Worse", summary="Still here.", language="en"), "action-submit": "1"})
    assert set(reply.context["form"].errors) == {"licence"}


def test_contributors_do_not_set_addresses(client: Client, organisation: OrganisationPage) -> None:
    assert 'name="slug"' not in client.get(add_url(organisation)).content.decode()


def test_an_older_tab_does_not_overwrite_in_silence(
    client: Client, organisation: OrganisationPage, author: User
) -> None:
    page = CaseStudyFactory(parent=organisation, owner=author, live=False)
    old = page.save_revision(user=author)
    page.save_revision(user=author)
    reply = client.post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        form(title="From the older tab", loaded_revision_id=str(old.pk)),
        headers={"accept": "application/json"},
    )
    assert reply.json()["error_code"] == "invalid_revision"


def test_a_reviewer_may_send_back_what_is_not_complete(organisation: OrganisationPage, author: User) -> None:
    leader: User = UserFactory()
    appoint_leader(organisation, leader, RegionFactory(code="be"))
    page = CaseStudyFactory(parent=organisation, owner=author, live=False, first_published_at=None, language="und")
    page.save_revision(user=author)
    switch_off_checks()
    after_commit(page.get_workflow().start, page, author)
    submission = Submission.objects.get(page=page)
    client = Client()
    client.force_login(leader)
    reply = after_commit(
        client.post,
        reverse("review_decide", args=[submission.pk]),
        {"kind": "changes", "words": "Choose a language.", "seen_revision": submission.revision_id},
        follow=True,
    )
    assert CaseStudyPage.objects.get(pk=page.pk).current_workflow_state.status == "needs_changes"
    assert reply.redirect_chain == [(reverse("review_desk"), 302)]
    assert "do not have permission" not in reply.content.decode()
