"""Taking off the site: who may, what the log says, who is told, and that no way round loses the reason."""

import pytest
from django.test import Client
from django.urls import reverse

from library.models import Decision, DecisionKind, Stage
from library.moderation.refusals import NotYours, OvertakenByEvents, Refusal
from library.upkeep.take_off import unpublish_resource
from network.notifications.models import Notification
from tests.library.moderation.stage import Network, after_commit
from tests.library.upkeep.stage import again, published


@pytest.mark.parametrize("who", ["author", "coordinator", "leader_be", "administrator"])
def test_who_looks_after_it_or_reviews_it_takes_it_off_with_a_reason(network: Network, who: str) -> None:
    page = published(network)
    live = page.live_revision_id
    decision = after_commit(unpublish_resource, page, getattr(network, who), words="It is out of date.")
    assert not again(page).live
    assert (decision.kind, decision.words, decision.revision_id) == (DecisionKind.UNPUBLISH, "It is out of date.", live)
    assert decision.submission.stage == Stage.UNPUBLISHED
    assert decision.submission.decisions.filter(kind=DecisionKind.UNPUBLISH).count() == 1


@pytest.mark.parametrize("who", ["leader_eu", "editor"])
def test_others_do_not(network: Network, who: str) -> None:
    page = published(network)
    with pytest.raises(NotYours):
        unpublish_resource(page, getattr(network, who), words="No.")
    assert again(page).live


def test_a_reason_is_owed_and_it_happens_once(network: Network) -> None:
    page = published(network)
    with pytest.raises(Refusal):
        unpublish_resource(page, network.leader_be, words=" ")
    unpublish_resource(page, network.leader_be, words="Wrong.")
    with pytest.raises(OvertakenByEvents):
        unpublish_resource(page, network.leader_be, words="Wrong.")


def test_its_owner_is_told_unless_they_did_it(network: Network) -> None:
    unpublish_resource(published(network), network.leader_be, words="Wrong.")
    told = Notification.objects.filter(kind="taken-off")
    assert [each.recipient for each in told] == [network.author]
    unpublish_resource(published(network), network.author, words="Wrong.")
    assert told.count() == 1


def test_the_page_asks_for_the_reason(network: Network, client: Client) -> None:
    page = published(network)
    client.force_login(network.leader_be)
    address = reverse("take_off", args=[page.pk])
    assert "Take off the site" in client.get(address).text
    assert "Say why" in client.post(address, {"words": ""}).text
    assert client.post(address, {"words": "Wrong."}).status_code == 302
    assert not again(page).live


def test_the_page_is_not_for_strangers(network: Network, client: Client) -> None:
    page = published(network)
    client.force_login(network.leader_eu)
    client.post(reverse("take_off", args=[page.pk]), {"words": "Wrong."})
    assert again(page).live


def test_wagtails_own_way_leads_to_the_reason(network: Network, client: Client) -> None:
    page = published(network)
    client.force_login(network.administrator)
    answer = client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    assert answer.headers["Location"] == reverse("take_off", args=[page.pk])
    assert again(page).live
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    client.post(f"{bulk}?id={page.pk}")
    assert again(page).live
    assert not Decision.objects.filter(kind=DecisionKind.UNPUBLISH).exists()
