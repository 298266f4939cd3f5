"""Sending: the first button for who does not publish, and the desk afterwards."""

from typing import Any

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory
from django.urls import reverse

from library.contributing.sending import to_the_desk
from library.models import CaseStudyPage, Stage, Submission
from network.models import User
from tests.factories import TopicFactory
from tests.library.moderation.stage import Network, after_commit, switch_off_checks
from tests.library.resources.test_forms import RICH, form


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def add_url(network: Network) -> str:
    return reverse("wagtailadmin_pages:add", args=["library", "casestudypage", network.hospital.pk])


def sent(network: Network) -> str:
    """Send a new case study; return what the page after it shows."""
    page = network.draft(title="Filled in before")
    answers = {
        "title": "Asking first",
        "summary": "What we learned about asking before filming.",
        "language": "en",
        "topics": str(TopicFactory().pk),
        "regions": str(network.hospital.home_region_id),
        "licence": str(page.licence_id),
        "approach": RICH,
        "outcome": RICH,
        "action-submit": "yes",
    }
    client = browser(network.author)
    after_commit(client.post, add_url(network), form(**answers))
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_sending_is_the_first_button_of_a_new_resource_for_a_contributor(network: Network) -> None:
    menu = browser(network.author).get(add_url(network)).context["action_menu"]
    assert menu.default_item.name == "action-submit"
    assert [item.name for item in menu.menu_items] == ["action-save-draft"]


def test_who_publishes_finds_the_buttons_where_wagtail_has_them(network: Network) -> None:
    menu = browser(network.administrator).get(add_url(network)).context["action_menu"]
    assert menu.default_item.name == "action-save-draft"


@pytest.mark.parametrize("sent_back", [False, True])
def test_what_was_sent_back_is_sent_again(network: Network, sent_back: bool) -> None:
    page = network.draft()
    if sent_back:
        network.send(page)
        page.current_workflow_task_state.specific.reject(user=network.leader_be)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    shown = browser(network.author).get(address).content.decode()
    assert ("Send again" in shown) is sent_back


def test_after_sending_the_desk_says_what_happens_next(network: Network) -> None:
    switch_off_checks()
    shown = sent(network)
    assert CaseStudyPage.objects.get(title="Asking first").current_workflow_state
    assert "“Asking first” is sent." in shown
    assert "submitted for moderation" not in shown


@pytest.mark.parametrize(
    ("stage", "words"),
    [
        (Stage.REVIEW, "“Asking before filming” is sent for review."),
        (Stage.PUBLISHED, "“Asking before filming” is published."),
        (Stage.SENT_BACK, "“Asking before filming” is not with a reviewer yet"),
    ],
)
def test_each_outcome_of_the_checks_has_its_sentence(
    network: Network, rf: RequestFactory, stage: Stage, words: str
) -> None:
    page = network.draft()
    network.send(page)
    Submission.objects.update(stage=stage)
    request: Any = rf.post("/", {"action-submit": "yes"})
    request.session = SessionStore()
    storage = FallbackStorage(request)
    request._messages = storage
    answer = to_the_desk(request, page)
    assert answer is not None
    assert answer.headers["Location"] == reverse("wagtailadmin_home")
    said = " ".join(str(message) for message in storage)
    assert words in said
    assert (reverse("wagtailadmin_pages:edit", args=[page.pk]) in said) is (stage == Stage.SENT_BACK)


def test_saving_a_draft_stays_in_the_editor(network: Network) -> None:
    answer = browser(network.author).post(add_url(network), form(title="A draft"))
    page = CaseStudyPage.objects.get(title="A draft")
    assert answer.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
