"""The demo library, loaded once for this module: everything is there, in its state and with its rights."""

import io
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Page, PageViewRestriction, Site, WorkflowState

from home.demo.loading import load_demo_library
from home.models import SiteSettings, StandingPage
from library.demo.people import ACCOUNTS, ADMINISTRATOR, CONTRIBUTOR, DEMO_PASSWORD, LEADER, MEMBER, Account
from library.models import (
    RESOURCE_TYPES,
    Audience,
    DecisionKind,
    DemoPart,
    EventPage,
    LibraryDocument,
    Licence,
    ResourceFile,
    ResourcePage,
    SpotCheck,
    Stage,
    Submission,
    Topic,
)
from library.moderation.routing import may_review
from library.upkeep.answering import appeals_for
from network.leadership.territory import Territories
from network.models import JoinRequest, Leadership, Notification, OrganisationPage, Region, User
from network.organisations.models import Trust
from search.index.models import IndexQueueEntry
from search.vocabulary.snapshot import forget_vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("library")]

CONSENT = "--with-public-passwords"


@pytest.fixture(scope="module")
def library(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the demo library for the tests of this module, and take it away again."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_demo_library()
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()
    forget_vocabulary()


def person(email: str) -> User:
    return User.objects.get(email=email)


def published(**wanted: object) -> list[ResourcePage]:
    return list(ResourcePage.objects.live().filter(**wanted).specific())


def waiting() -> list[ResourcePage]:
    return list(ResourcePage.objects.filter(submissions__stage=Stage.REVIEW).specific())


def drafts() -> list[ResourcePage]:
    return [page for page in ResourcePage.objects.not_live().specific() if not page.current_workflow_state]


def logged_in(email: str) -> Client:
    client = Client()
    assert client.login(username=email, password=DEMO_PASSWORD)
    return client


def everything() -> list[int]:
    models = (Page, User, LibraryDocument, Topic, Region, Audience, Licence, Leadership, DemoPart, PageViewRestriction)
    return [model._default_manager.count() for model in models]


def test_80_resources_of_all_types_are_published_in_five_languages_or_more() -> None:
    pages = published()
    assert len(pages) >= 80
    assert {type(page) for page in pages} == set(RESOURCE_TYPES.values())
    assert len({page.language for page in pages}) >= 5


def test_twelve_organisations_are_published_each_with_a_section_and_people() -> None:
    organisations = OrganisationPage.objects.live()
    assert organisations.count() == 12
    assert not organisations.filter(collection=None).exists()
    assert all(organisation.memberships.count() >= 2 for organisation in organisations)


def test_a_published_resource_is_what_its_revision_says() -> None:
    for page in published():
        revision = page.latest_revision
        assert revision is not None
        assert page.live_revision == revision
        assert not page.has_unpublished_changes
        assert revision.as_object().title == page.title


def test_publication_is_spread_over_18_months_and_comes_before_the_event() -> None:
    now = timezone.now()
    moments = sorted(page.first_published_at for page in published() if page.first_published_at)
    assert len(moments) == len(published())
    assert now - timedelta(days=545) < moments[0] < now - timedelta(days=365)
    assert now - timedelta(days=60) < moments[-1] < now
    for event in EventPage.objects.live():
        assert event.first_published_at
        assert event.start_date
        assert event.first_published_at.date() < event.start_date


def test_resources_are_tagged_covered_and_said_by_whom() -> None:
    for page in published():
        assert page.topics.exists()
        assert page.regions.exists()
        assert page.audiences.exists()
        assert page.people.exists()
        assert page.licence
        assert page.cover


def test_files_belong_to_the_collection_of_their_organisation_and_to_somebody() -> None:
    uses = ResourceFile.objects.select_related("page", "document__collection")
    assert len({use.page_id for use in uses}) >= 25
    for use in uses:
        assert use.document.collection == use.page.organisation.collection
        assert use.document.uploaded_by_user == use.page.owner
        assert use.document.file_size == use.document.file.size


def test_drafts_are_drafts() -> None:
    assert len(drafts()) >= 3
    for page in drafts():
        assert page.has_unpublished_changes
        assert page.first_published_at is None


def test_what_is_in_review_was_submitted_by_a_contributor_of_the_organisation() -> None:
    assert len(waiting()) >= 3
    for page in waiting():
        state = page.current_workflow_state
        assert state.status == WorkflowState.STATUS_IN_PROGRESS
        assert state.requested_by == page.owner
        assert page.organisation.memberships.get(person=page.owner).role == "contributor"
        assert state.created_at < timezone.now() - timedelta(hours=23)


def test_the_leader_may_decide_about_what_is_in_review_and_the_contributor_may_not() -> None:
    submissions = [page.submissions.get() for page in waiting()]
    assert {submission.stage for submission in submissions} == {Stage.REVIEW}
    assert any(may_review(person(LEADER.email), submission) for submission in submissions)
    assert not any(may_review(person(CONTRIBUTOR.email), submission) for submission in submissions)


def test_the_contributor_has_something_sent_back_after_a_conversation_with_the_leader() -> None:
    sent_back = Submission.objects.get(stage=Stage.SENT_BACK)
    assert sent_back.author == person(CONTRIBUTOR.email)
    assert {message.author for message in sent_back.messages.all()} == {sent_back.author, person(LEADER.email)}
    assert sent_back.decisions.get().field_notes


def test_what_waits_is_with_somebody_or_with_nobody_and_some_is_past_due() -> None:
    holders = {page.submissions.get().claimed_by for page in waiting()}
    assert {person(LEADER.email), None} <= holders
    assert Submission.objects.overdue().exists()


def test_an_appeal_waits_for_the_leader_of_europe_and_a_request_for_the_contributors_coordinator() -> None:
    assert [appeal.decision.kind for appeal in appeals_for(person(LEADER.email))] == [DecisionKind.DECLINE]
    assert JoinRequest.objects.get(at__isnull=True).person == person(MEMBER.email)


def test_organisations_of_every_trust_take_part_and_a_region_has_no_leader() -> None:
    assert set(OrganisationPage.objects.values_list("trust", flat=True)) == set(Trust.values)
    assert SpotCheck.objects.filter(at__isnull=True).exists()
    assert Territories.read().vacant()


def test_one_resource_is_private_to_whoever_has_not_logged_in() -> None:
    restriction = PageViewRestriction.objects.get()
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    assert not restriction.accept_request(request)
    request.user = person(MEMBER.email)
    assert restriction.accept_request(request)
    assert restriction.page.live


def test_the_contributor_shares_in_one_section_and_publishes_nowhere() -> None:
    contributor = person(CONTRIBUTOR.email)
    own = OrganisationPage.objects.get(slug="zeemeeuw-ziekenhuis")
    other = OrganisationPage.objects.get(slug="de-brug-patientennetwerk")
    assert own.permissions_for_user(contributor).can_add_subpage()
    assert not own.permissions_for_user(contributor).can_publish_subpage()
    assert not other.permissions_for_user(contributor).can_add_subpage()
    assert own.get_children().filter(owner=contributor, live=True).exists()
    for page in ResourcePage.objects.all():
        rights = page.permissions_for_user(contributor)
        assert rights.can_edit() == (page.owner == contributor)
        assert not rights.can_publish()


def test_the_four_accounts_log_in_and_reach_what_is_theirs() -> None:
    reached = {account.email: logged_in(account.email).get(reverse("wagtailadmin_home")) for account in ACCOUNTS}
    assert {email for email, answer in reached.items() if answer.status_code == 200} == {
        ADMINISTRATOR.email,
        LEADER.email,
        CONTRIBUTOR.email,
    }


@pytest.mark.parametrize("account", ACCOUNTS, ids=lambda account: account.role)
def test_each_account_logs_in_with_the_password_that_is_printed(account: Account) -> None:
    answer = Client().post(reverse("account_login"), {"login": account.email, "password": DEMO_PASSWORD})
    assert answer.status_code == 302
    assert answer["Location"] != reverse("account_email_verification_sent")


def test_nobody_is_mailed_about_what_is_an_example() -> None:
    assert not Notification.objects.exists()


def test_somebody_leads_on_every_continent_and_the_leader_account_leads_europe() -> None:
    leaderships = Leadership.objects.in_force()
    assert {"africa", "americas", "asia", "europe", "oceania"} <= {each.region.code for each in leaderships}
    assert leaderships.get(region__code="europe").person == person(LEADER.email)
    assert person(LEADER.email).wagtail_userprofile.preferred_language == "nl"


def test_the_site_introduces_itself_in_two_languages() -> None:
    settings = SiteSettings.load()
    assert settings.tagline
    assert settings.tagline_nl
    assert len(settings.examples) == 3
    pages = StandingPage.objects.live()
    assert pages.count() >= 5
    assert all(page.translations.filter(language="nl").exists() for page in pages)


def test_every_published_resource_waits_for_the_index() -> None:
    queued = set(IndexQueueEntry.objects.values_list("page_id", flat=True))
    assert queued >= {page.pk for page in published()}


def test_loading_again_changes_nothing() -> None:
    before = everything()
    load_demo_library()
    assert everything() == before


def test_what_people_changed_and_deleted_stays_changed_and_deleted() -> None:
    OrganisationPage.objects.get(slug="kowhai-patient-voices").delete()
    ResourcePage.objects.filter(slug="voor-je-deelt").update(title="Another title")
    User.objects.filter(email=MEMBER.email).delete()
    Topic.objects.filter(children=None).exclude(pk__in=ResourcePage.objects.values("topics")).delete()
    before = everything()
    load_demo_library()
    assert everything() == before
    assert ResourcePage.objects.get(slug="voor-je-deelt").title == "Another title"


def test_the_command_loads_nothing_twice_and_names_the_accounts_that_exist() -> None:
    User.objects.filter(email=MEMBER.email).delete()
    before, output = everything(), io.StringIO()
    call_command("load_demo", CONSENT, stdout=output)
    assert everything() == before
    assert "nothing was changed" in output.getvalue()
    assert DEMO_PASSWORD in output.getvalue()
    assert CONTRIBUTOR.email in output.getvalue()
    assert MEMBER.email not in output.getvalue()


def test_outside_development_the_command_wants_consent_to_public_passwords() -> None:
    with pytest.raises(CommandError, match=CONSENT):
        call_command("load_demo")
