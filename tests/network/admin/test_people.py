"""Memberships in Wagtail's own lists go through the same verbs as everywhere."""

import pytest
from django.test import Client
from django.urls import reverse

from network.models import Membership, Role
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db


@pytest.fixture
def of_the_coordinator(network: Network) -> Membership:
    return Membership.objects.get(person=network.coordinator)


def test_deleting_the_last_coordinator_is_refused_in_words(
    network: Network, client: Client, of_the_coordinator: Membership
) -> None:
    client.force_login(network.administrator)
    response = client.post(reverse("memberships:delete", args=[of_the_coordinator.pk]), follow=True)
    assert "only coordinator" in response.content.decode()
    assert response.redirect_chain[-1][0] == reverse("organisation_people", args=[network.hospital.pk])
    assert Membership.objects.filter(pk=of_the_coordinator.pk).exists()


def test_nor_is_it_made_a_contributor(network: Network, client: Client, of_the_coordinator: Membership) -> None:
    client.force_login(network.administrator)
    response = client.post(reverse("memberships:edit", args=[of_the_coordinator.pk]), {"role": "contributor"})
    assert "only coordinator" in response.content.decode()
    of_the_coordinator.refresh_from_db()
    assert of_the_coordinator.role == Role.COORDINATOR


def test_deleting_another_passes_on_what_they_owned(network: Network, client: Client) -> None:
    page = network.draft()
    client.force_login(network.administrator)
    client.post(reverse("memberships:delete", args=[Membership.objects.get(person=network.author).pk]))
    page.refresh_from_db()
    assert page.owner == network.coordinator
    assert not network.author.groups.exists()
