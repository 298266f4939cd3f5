"""Views of Wagtail that show things by their number: only what their reader may know of."""

import pytest
from django.urls import reverse

from library.models import ResourcePage
from network.models import User
from tests.clients import client_of
from tests.factories import DocumentFactory, UserFactory
from tests.library.moderation.stage import Network
from tests.library.upkeep.stage import published

pytestmark = pytest.mark.django_db
BULK, CHILD = "wagtail_bulk_action", "wagtailadmin_choose_page_child"


@pytest.fixture
def hidden(network: Network) -> ResourcePage:
    """Something of another organisation that waits for its review."""
    page = network.draft(network.clinic, title="A merger of two clinics")
    network.send(page)
    return page


def shown(user: User, address: str) -> str:
    response = client_of(user).get(address)
    assert response.status_code == 200
    return str(response.content.decode())


def test_the_chooser_does_not_open_at_what_is_not_to_be_linked(network: Network, hidden: ResourcePage) -> None:
    administrator = UserFactory(is_superuser=True)
    address = reverse(CHILD, args=[hidden.pk])
    assert client_of(network.author).get(address).status_code == 404
    assert client_of(administrator).get(address).status_code == 200
    assert client_of(network.author).get(reverse(CHILD, args=[network.clinic.pk])).status_code == 200
    assert client_of(network.author).get(reverse(CHILD, args=[1])).status_code == 200


def test_what_is_chosen_is_described_as_far_as_it_is_known(network: Network, hidden: ResourcePage) -> None:
    mine = network.draft(title="My own draft")
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
    answer = shown(network.author, f"{chosen}?id={hidden.pk}&id={mine.pk}&id=x")
    assert "My own draft" in answer
    assert "merger" not in answer


def test_several_at_once_are_refused_without_the_names_of_others(network: Network, hidden: ResourcePage) -> None:
    known = published(network)
    delete = reverse(BULK, args=["wagtailcore", "page", "delete"])
    answer = shown(network.leader_eu, f"{delete}?id={hidden.pk}&id={known.pk}")
    assert known.title in answer
    assert "merger" not in answer
    assert "merger" not in shown(network.author, f"{delete}?id=all&childOf={network.clinic.pk}")


def test_files_of_others_have_no_names(network: Network) -> None:
    theirs = DocumentFactory(title="Terms of the merger", collection=network.clinic.collection)
    mine = DocumentFactory(title="Our own terms", collection=network.hospital.collection)
    detail, listing = "wagtailadmin_api:documents:detail", reverse("wagtailadmin_api:documents:listing")
    assert client_of(network.author).get(reverse(detail, args=[theirs.pk])).status_code == 404
    assert "Our own terms" in shown(network.author, reverse(detail, args=[mine.pk]))
    assert "merger" not in shown(network.author, listing)
    assert "Our own terms" in shown(network.author, listing)
    bulk = reverse(BULK, args=["wagtaildocs", "document", "delete"])
    assert "merger" not in client_of(network.author).get(f"{bulk}?id={theirs.pk}").content.decode()


def test_what_nobody_has_sent_yet_is_not_in_the_chooser(network: Network) -> None:
    page = published(network)
    before = page.title
    page.title = "After the merger"
    page.save_revision(user=page.owner)
    chooser = shown(network.author, reverse(CHILD, args=[network.hospital.pk]))
    assert before in chooser
    assert "merger" not in chooser
    assert "After the merger" in shown(network.author, reverse("wagtailadmin_pages:edit", args=[page.pk]))
