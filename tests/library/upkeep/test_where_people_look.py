"""Taking off and appeals stand where people look for them, and only for those who may."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from library.upkeep.appeal import make_appeal
from library.upkeep.take_off import unpublish_resource
from network.models import User
from tests.clients import client_of
from tests.library.moderation.stage import Network, after_commit
from tests.library.upkeep.stage import declined, published


def shown(person: User, address: str) -> str:
    return client_of(person).get(address).content.decode()


def editor(page_key: int) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page_key])


def test_what_is_published_can_be_taken_off_from_its_editor_and_its_page(network: Network) -> None:
    page = published(network)
    take_off = reverse("take_off", args=[page.pk])
    assert shown(network.author, editor(page.pk)).count(take_off) == 2  # the actions below, the menu above
    assert take_off in shown(network.author, page.url)
    assert take_off in shown(network.leader_be, page.url)


@pytest.mark.parametrize("who", ["leader_eu", "editor"])
def test_others_are_not_offered_it(network: Network, who: str) -> None:
    page = published(network)
    assert reverse("take_off", args=[page.pk]) not in shown(getattr(network, who), page.url)


def test_visitors_cost_no_query_for_it(network: Network, client: Client) -> None:
    page = published(network)
    client.get(page.url)
    with CaptureQueriesContext(connection) as queries:
        client.get(page.url)
    assert not any("wagtailcore_grouppagepermission" in query["sql"] for query in queries)


def test_a_decline_can_be_appealed_against_from_desk_and_editor_until_somebody_has(network: Network) -> None:
    submission = declined(network)
    decision = submission.decisions.order_by("pk").last()
    assert decision is not None
    assert submission.page_id is not None
    appeal = reverse("make_appeal", args=[decision.pk])
    assert appeal in shown(network.author, reverse("wagtailadmin_home"))
    assert appeal in shown(network.author, editor(submission.page_id))
    make_appeal(decision, network.author, "It is no advertisement.")
    assert appeal not in shown(network.author, editor(submission.page_id))


def test_what_was_taken_off_can_be_appealed_against_from_the_desk(network: Network) -> None:
    page = published(network)
    decision = after_commit(unpublish_resource, page, network.leader_be, words="Out of date.")
    appeal = reverse("make_appeal", args=[decision.pk])
    assert appeal in shown(network.author, reverse("wagtailadmin_home"))
    assert appeal in shown(network.author, editor(page.pk))


def test_who_decided_is_not_offered_the_appeal(network: Network) -> None:
    page = published(network)
    decision = after_commit(unpublish_resource, page, network.author, words="My own mistake.")
    assert reverse("make_appeal", args=[decision.pk]) not in shown(network.author, editor(page.pk))
