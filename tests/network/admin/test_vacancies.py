"""Organisations that nobody coordinates, in the CMS."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.set_up import set_up_network
from network.organisations.found import found_organisation
from network.organisations.noticing import note_vacancies
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db

LIST = "/admin/organisations/without-coordinator/"


def test_the_leader_of_the_region_is_led_to_the_people_and_others_are_not(network: Network, client: Client) -> None:
    network.coordinator.is_active = False
    network.coordinator.save()
    note_vacancies()
    people = reverse("organisation_people", args=[network.hospital.pk])
    for leader, is_led in ((network.leader_be, True), (network.leader_eu, False)):
        client.force_login(leader)
        text = client.get(LIST).content.decode()
        assert "without a coordinator since" in text
        assert (people in text) == is_led


def test_contributors_are_led_away(network: Network, client: Client) -> None:
    client.force_login(network.author)
    assert client.get(LIST).status_code == 302


def test_the_number_of_queries_does_not_grow_with_the_list(network: Network, client: Client) -> None:
    client.force_login(network.administrator)
    client.get(LIST)
    with CaptureQueriesContext(connection) as before:
        client.get(LIST)
    directory = set_up_network().directory
    for number in range(5):
        found_organisation(directory, f"House {number}", home_region=network.regions["fr"])
    client.get(LIST)  # what the process keeps about sites and types is read anew
    with CaptureQueriesContext(connection) as after:
        client.get(LIST)
    assert len(after) == len(before)
