"""What the CMS opens on."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.set_up import set_up_network
from library.models import ResourcePage
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from network.rights import ADMINISTRATORS
from tests.factories import CaseStudyFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> OrganisationPage:
    return found_organisation(set_up_network().directory, "Aurora", home_region=RegionFactory(code="be"))


@pytest.fixture
def author(organisation: OrganisationPage) -> User:
    person: User = UserFactory()
    admit_member(organisation, person)
    return person


@pytest.fixture
def leader(organisation: OrganisationPage) -> User:
    person: User = UserFactory()
    appoint_leader(organisation, person, RegionFactory(code="be"))
    return person


@pytest.fixture
def administrator(organisation: OrganisationPage) -> User:
    person: User = UserFactory()
    person.groups.add(Group.objects.get(name=ADMINISTRATORS))
    return person


def desk(person: User) -> str:
    client = Client()
    client.force_login(person)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def submit(page: ResourcePage, author: User) -> None:
    page.save_revision(user=author)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.get_workflow().start(page, author)


def test_a_leader_sees_the_queue_oldest_first(organisation: OrganisationPage, author: User, leader: User) -> None:
    for title in ("First", "Second"):
        submit(CaseStudyFactory(parent=organisation, owner=author, title=title, live=False), author)
    html = desk(leader)
    assert html.index(">First</a>") < html.index(">Second</a>")
    assert "Share a resource" not in html


def test_an_administrator_sees_numbers_that_are_links(administrator: User) -> None:
    html = desk(administrator)
    for name in ("organisations:index", "leaderships:index", "topics:index", "wagtailusers_users:index"):
        assert f'href="{reverse(name)}"' in html


def test_wagtails_own_news_are_left_out(administrator: User) -> None:
    html = desk(administrator)
    assert "editor guide" not in html
    assert "What's new" not in html
    assert "Commonshelf" in html


@pytest.mark.parametrize("who", ["author", "leader", "administrator"])
def test_a_desk_takes_the_same_queries_however_much_there_is(
    who: str, organisation: OrganisationPage, author: User, leader: User, administrator: User
) -> None:
    person = {"author": author, "leader": leader, "administrator": administrator}[who]

    def fill(number: int) -> None:
        for _each in range(number):
            CaseStudyFactory(parent=organisation, owner=author)
            CaseStudyFactory(parent=organisation, owner=author, live=False)
            submit(CaseStudyFactory(parent=organisation, owner=author, live=False), author)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            desk(person)
        return len(captured)

    fill(2)
    queries()
    few = queries()
    fill(5)
    assert queries() == few
