"""Appeals: once, by those concerned, answered by somebody who had no part in it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from library.models import Decision, DecisionKind, Stage
from library.moderation.refusals import NotYours, OvertakenByEvents
from library.upkeep.answering import appeals_for
from library.upkeep.appeal import answer_appeal, make_appeal
from library.upkeep.take_off import unpublish_resource
from network.leadership.appoint import appoint_leader
from network.models import User
from network.notifications.models import Notification
from tests.factories import UserFactory
from tests.library.moderation.stage import Network, after_commit
from tests.library.upkeep.stage import again, declined, published


@pytest.fixture
def leader_ke(network: Network) -> User:
    person: User = UserFactory(email="leader_ke@example.org")
    appoint_leader(network.clinic, person, network.regions["ke"])
    return person


def taken_off(network: Network) -> Decision:
    return after_commit(unpublish_resource, published(network), network.leader_be, words="Wrong.")


def test_a_granted_appeal_puts_back_what_was_there(network: Network, leader_ke: User) -> None:
    decision = taken_off(network)
    appeal = make_appeal(decision, network.author, "It is right.")
    answer = after_commit(answer_appeal, appeal, leader_ke, "It is.", is_granted=True)
    page: Any = again(decision.submission.page)
    assert page.live
    assert page.live_revision_id == decision.revision_id
    assert (answer.kind, answer.submission.stage) == (DecisionKind.RESTORE, Stage.PUBLISHED)
    assert not answer.submission.decisions.filter(kind=DecisionKind.DIRECT).exists()
    told = Notification.objects.filter(kind="appeal-answered").values_list("recipient", flat=True)
    assert set(told) == {network.author.pk, network.coordinator.pk}


def test_a_rejected_appeal_leaves_things_as_they_are(network: Network, leader_ke: User) -> None:
    decision = taken_off(network)
    appeal = make_appeal(decision, network.coordinator, "It is right.")
    answer = answer_appeal(appeal, leader_ke, "It is not.", is_granted=False)
    assert (answer.kind, answer.submission.stage) == (DecisionKind.UPHOLD, Stage.UNPUBLISHED)
    with pytest.raises(OvertakenByEvents):
        answer_appeal(appeal, leader_ke, "It is.", is_granted=True)
    with pytest.raises(OvertakenByEvents):
        make_appeal(decision, network.author, "Again.")


def test_what_was_declined_is_reviewed_again_and_the_region_above_sees_it(network: Network, leader_ke: User) -> None:
    submission = declined(network)
    appeal = make_appeal(submission.decisions.get(kind=DecisionKind.DECLINE), network.author, "It is none.")
    after_commit(answer_appeal, appeal, leader_ke, "It is none.", is_granted=True)
    submission.refresh_from_db()
    assert submission.stage == Stage.REVIEW
    assert submission.author == network.author
    assert submission.decisions.filter(kind=DecisionKind.REOPEN).exists()
    assert submission.escalation == 1


@pytest.mark.parametrize("who", ["leader_be", "leader_eu", "editor"])
def test_only_those_concerned_appeal(network: Network, who: str) -> None:
    with pytest.raises(NotYours):
        make_appeal(taken_off(network), getattr(network, who), "No.")


@pytest.mark.parametrize("who", ["author", "coordinator", "leader_be", "editor"])
def test_who_had_a_part_in_it_or_leads_the_region_does_not_answer(network: Network, leader_ke: User, who: str) -> None:
    appeal = make_appeal(taken_off(network), network.author, "It is right.")
    with pytest.raises(NotYours):
        answer_appeal(appeal, getattr(network, who), "Yes.", is_granted=True)


def test_without_leaders_of_other_regions_the_editors_answer(network: Network) -> None:
    network.leader_eu.leaderships.all().delete()
    appeal = make_appeal(taken_off(network), network.author, "It is right.")
    assert appeals_for(network.editor) == [appeal]
    assert answer_appeal(appeal, network.editor, "No.", is_granted=False).kind == DecisionKind.UPHOLD


def test_it_is_listed_for_and_told_to_those_who_may_answer(network: Network, leader_ke: User, client: Client) -> None:
    appeal = make_appeal(taken_off(network), network.author, "It is right.")
    assert appeals_for(leader_ke) == [appeal]
    assert appeals_for(network.leader_be) == []
    told = set(Notification.objects.filter(kind="appeal-made").values_list("recipient", flat=True))
    assert told == {leader_ke.pk, network.leader_eu.pk}
    client.force_login(leader_ke)
    assert appeal.decision.submission.title in client.get(reverse("second_look")).text
    address = reverse("answer_appeal", args=[appeal.pk])
    assert "It is right." in client.get(address).text
    assert client.post(address, {"is_granted": "no", "words": "No."}).status_code == 302
    appeal.refresh_from_db()
    assert appeal.is_granted is False


def test_the_form_is_for_the_owner(network: Network, client: Client) -> None:
    decision = taken_off(network)
    address = reverse("make_appeal", args=[decision.pk])
    client.force_login(network.author)
    assert "Wrong." in client.get(address).text
    assert client.post(address, {"words": "It is right."}).status_code == 302
    assert "It is right." in client.get(address).text
