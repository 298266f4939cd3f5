"""Handing one resource to a colleague, from its editor."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Revision

from library.models import ResourcePage
from network.models import Notification, User
from network.notifications.compose import part_of
from network.organisations.membership import admit_member, remove_member
from tests.factories import CaseStudyFactory, UserFactory
from tests.library.moderation.stage import Network, network

__all__ = ["network"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def page(network: Network) -> ResourcePage:
    made: ResourcePage = CaseStudyFactory(parent=network.hospital, owner=network.author)
    made.save_revision(user=network.author)
    return made


@pytest.fixture
def colleague(network: Network) -> User:
    made: User = UserFactory(first_name="Ife", last_name="Obi")
    admit_member(network.hospital, made)
    return made


def address(page: ResourcePage) -> str:
    return reverse("hand_over_resource", args=[page.pk])


@pytest.mark.parametrize("name", ["author", "coordinator", "administrator"])
def test_its_owner_and_who_runs_the_organisation_hand_it_over(
    network: Network, client: Client, page: ResourcePage, colleague: User, name: str
) -> None:
    client.force_login(getattr(network, name))
    assert address(page) in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Ife Obi" in client.get(address(page)).content.decode()
    client.post(address(page), {"successor": colleague.pk, "when": "now"})
    page.refresh_from_db()
    assert page.owner == colleague
    told = part_of(Notification.objects.get(kind="handed-over", recipient=colleague))
    assert told is not None
    assert told.subject == f"You look after “{page.title}” now"


@pytest.mark.parametrize("name", ["editor", "leader_be", "colleague"])
def test_others_do_not(network: Network, client: Client, page: ResourcePage, colleague: User, name: str) -> None:
    client.force_login(colleague if name == "colleague" else getattr(network, name))
    assert client.post(address(page), {"successor": colleague.pk, "when": "now"}).status_code == 302
    page.refresh_from_db()
    assert page.owner == network.author


def test_nobody_from_elsewhere_gets_it(network: Network, client: Client, page: ResourcePage) -> None:
    client.force_login(network.author)
    response = client.post(address(page), {"successor": UserFactory().pk, "when": "now"})
    assert "Select a valid choice" in response.content.decode()
    page.refresh_from_db()
    assert page.owner == network.author


def test_an_earlier_version_does_not_give_it_back(
    network: Network, client: Client, page: ResourcePage, colleague: User
) -> None:
    client.force_login(network.author)
    client.post(address(page), {"successor": colleague.pk, "when": "now"})
    Revision.objects.for_instance(page).latest("pk").publish()
    page.refresh_from_db()
    assert page.owner == colleague


def test_a_successor_is_named_and_has_it_once_the_owner_has_left(
    network: Network, client: Client, page: ResourcePage, colleague: User
) -> None:
    client.force_login(network.author)
    said = client.post(address(page), {"successor": colleague.pk, "when": "later"}, follow=True)
    assert f"Ife Obi will look after “{page.title}”." in said.content.decode()
    Revision.objects.for_instance(page).latest("pk").publish()  # an earlier version does not forget who was named
    page.refresh_from_db()
    assert (page.owner, page.successor) == (network.author, colleague)
    named = client.get(address(page)).context["form"]
    assert (named.initial["successor"], named.initial["when"]) == (colleague.pk, "later")
    remove_member(network.hospital, network.author)
    page.refresh_from_db()
    assert page.owner == colleague
