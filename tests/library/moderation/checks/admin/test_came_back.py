"""What came back says why, in the editor and beside the field."""

import json

from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from library.models import DecisionKind, Stage, Submission
from library.moderation.decide import Verdict, decide
from network.models import User
from tests.library.moderation.stage import Network, after_commit


def editor_of(user: User, page: Page) -> str:
    client = Client()
    client.force_login(user)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return " ".join(shown.split())


def test_what_checks_hold_up_names_the_field_in_the_editor(network: Network) -> None:
    page = network.draft()
    page.licence = None
    page.save_revision()
    assert network.send(page).stage == Stage.SENT_BACK
    shown = editor_of(network.author, page)
    assert "Mend this, then send it again" in shown
    assert 'data-field="licence" data-check="licence"' in shown
    assert '<a href="#id_licence">Licence</a>' in shown


def test_what_a_reviewer_asks_stands_with_the_field(network: Network) -> None:
    page = network.draft()
    submission = network.send(page)
    verdict = Verdict(DecisionKind.CHANGES, words="Nearly there.", field_notes={"setting": "Which ward?"})
    after_commit(decide, submission, network.leader_be, verdict, seen_revision=submission.revision_id)
    shown = editor_of(network.author, page)
    assert f"{network.leader_be.get_full_name()} asks for changes" in shown
    assert "Nearly there." in shown
    assert "Which ward?" in shown
    assert 'data-field="setting" data-check=""' in shown
    assert reverse("review_submission", args=[submission.pk]) in shown


def test_once_it_is_sent_again_it_is_not_asked_any_more(network: Network) -> None:
    page = network.draft()
    page.licence = None
    page.save_revision()
    network.send(page)
    revision = page.get_latest_revision()
    content = network.draft(title="Another").get_latest_revision().content
    page = revision.as_object()
    page.licence_id = json.loads(json.dumps(content))["licence"]
    page.save_revision()
    page.refresh_from_db()
    assert network.send(Page.objects.get(pk=page.pk).specific).stage == Stage.REVIEW
    assert "Mend this" not in editor_of(network.author, page)
    assert Submission.objects.filter(page=page.pk).count() == 1
