"""Looking afterwards at what was published on trust."""

import pytest
from django.test import Client
from django.urls import reverse

from library.models import SpotCheck
from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.upkeep.spot_checks import close_spot_check, spot_checks_for
from tests.library.moderation.stage import Network
from tests.library.upkeep.stage import published


def drawn(network: Network) -> SpotCheck:
    return SpotCheck.objects.create(submission=published(network).submissions.get())


def test_it_waits_for_the_leaders_of_its_region(network: Network) -> None:
    check = drawn(network)
    assert list(spot_checks_for(network.leader_be)) == [check]
    for person in (network.leader_eu, network.editor, network.author):
        assert list(spot_checks_for(person)) == []
        with pytest.raises(NotYours):
            close_spot_check(check, person, is_fine=True)


def test_it_is_looked_at_once_and_an_objection_needs_words(network: Network) -> None:
    check = drawn(network)
    with pytest.raises(Refusal):
        close_spot_check(check, network.leader_be, is_fine=False)
    assert close_spot_check(check, network.leader_be, is_fine=True).is_fine is True
    with pytest.raises(OvertakenByEvents):
        close_spot_check(check, network.leader_be, is_fine=True)


def test_an_objection_leads_on_to_taking_it_off(network: Network, client: Client) -> None:
    check = drawn(network)
    client.force_login(network.leader_be)
    address = reverse("spot_check", args=[check.pk])
    assert check.submission.title in client.get(reverse("second_look")).text
    assert check.submission.title in client.get(address).text
    answer = client.post(address, {"is_fine": "no", "words": "It names a patient."})
    assert answer.headers["Location"] == reverse("take_off", args=[check.submission.page_id])
