"""Dates by which to look again: given, asked about, confirmed once."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from library.models import DecisionKind, ResourcePage
from library.moderation.refusals import NotYours, OvertakenByEvents
from library.upkeep.months import add_months
from library.upkeep.remind import ask_what_is_due
from library.upkeep.still_right import confirm_still_right, next_review, set_review_date
from network.notifications.models import Notification
from network.notifications.signed_links import sign_action
from network.organisations.membership import remove_member
from tests.library.moderation.stage import Network
from tests.library.upkeep.stage import again, published


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 25), 24, date(2028, 11, 25)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_months_are_those_of_the_calendar(day: date, months: int, then: date) -> None:
    assert add_months(day, months) == then


def due(network: Network, days: int = 0) -> ResourcePage:
    page = published(network)
    set_review_date(page, timezone.localdate() - timedelta(days=days))
    return again(page)


def test_what_is_published_gets_a_date_in_page_and_draft(network: Network) -> None:
    page = published(network)
    assert page.review_by == next_review()
    assert page.get_latest_revision_as_object().review_by == next_review()


def test_confirming_moves_the_date_once_and_is_in_the_log(network: Network) -> None:
    page = due(network)
    decision = confirm_still_right(page, network.author)
    assert (decision.kind, decision.by) == (DecisionKind.STILL_RIGHT, network.author)
    assert again(page).review_by == next_review()
    with pytest.raises(OvertakenByEvents):
        confirm_still_right(page, network.author)


def test_strangers_confirm_nothing(network: Network) -> None:
    with pytest.raises(NotYours):
        confirm_still_right(due(network), network.leader_be)


@pytest.mark.parametrize(("days", "told"), [(0, 1), (13, 1), (14, 1), (42, 2)])
def test_the_owner_is_asked_once_a_step_and_the_coordinator_at_the_last(network: Network, days: int, told: int) -> None:
    due(network, days)
    ask_what_is_due()
    ask_what_is_due()
    recipients = set(Notification.objects.filter(kind="review-by").values_list("recipient", flat=True))
    assert Notification.objects.filter(kind="review-by").count() == told
    assert network.author.pk in recipients


def test_nobody_is_asked_before_the_date(network: Network) -> None:
    published(network)
    assert ask_what_is_due() == 0


def test_when_the_owner_has_left_the_successor_is_asked_else_the_coordinators(network: Network) -> None:
    due(network)
    remove_member(network.hospital, network.author)
    ask_what_is_due()
    assert [each.recipient for each in Notification.objects.filter(kind="review-by")] == [network.coordinator]


def test_the_link_shows_a_button_and_works_once_without_logging_in(network: Network, client: Client) -> None:
    page = due(network)
    token = sign_action(
        "still-right", ResourcePage.objects.get(pk=page.pk), network.author, good_for=timedelta(days=60)
    )
    address = reverse("still_right", args=[token])
    assert "It is still right" in client.get(address).text
    assert again(page).review_by == page.review_by
    assert "Thank you" in client.post(address).text
    assert again(page).review_by == next_review()
    assert "already" in client.post(address).text


def test_a_forged_or_old_link_does_nothing(network: Network, client: Client) -> None:
    page = due(network)
    old = sign_action("still-right", ResourcePage.objects.get(pk=page.pk), network.author, good_for=timedelta(days=-1))
    for token in ("forged", old):
        assert client.post(reverse("still_right", args=[token])).status_code == 410
    assert again(page).review_by == page.review_by
