"""The contributor's desk: what is theirs by where it stands, on the start page and on a page of its own."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from library.models import DecisionKind, DecisionReason, ResourcePage, ResourceUse, Stage, Submission
from library.moderation.claim import claim_review
from library.moderation.decide import Verdict, decide
from library.moderation.mine.standing import Standing, count_by_standing, own_resources
from network.models import User
from tests.factories import CaseStudyFactory
from tests.library.moderation.stage import Network, after_commit

pytestmark = pytest.mark.django_db


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def desk(person: User) -> str:
    return browser(person).get(reverse("wagtailadmin_home")).content.decode()


def listing(person: User, **query: str) -> str:
    return browser(person).get(reverse("own_resources"), query).content.decode()


def decided(network: Network, submission: Submission, verdict: Verdict) -> None:
    after_commit(decide, submission, network.leader_be, verdict, submission.revision_id)


def standing_of(network: Network, page: ResourcePage) -> str:
    return str(own_resources(network.author).get(pk=page.pk).standing)


def test_everything_has_the_standing_its_contributor_needs_to_know(network: Network) -> None:
    draft, waiting, taken_back = (network.draft(title=title) for title in ("Draft", "Waiting", "Taken back"))
    declined, published, sent_back = (network.draft(title=title) for title in ("Declined", "Published", "Sent back"))
    network.send(waiting)
    network.send(taken_back)
    taken_back.current_workflow_state.cancel(user=network.author)
    decided(network, network.send(declined), Verdict(DecisionKind.DECLINE, words="Not for us."))
    decided(network, network.send(published), Verdict(DecisionKind.PUBLISH))
    decided(network, network.send(sent_back), Verdict(DecisionKind.CHANGES, words="Name the ward."))
    for page, standing in (
        (draft, Standing.DRAFT),
        (waiting, Standing.REVIEW),
        (taken_back, Standing.WITHDRAWN),
        (declined, Standing.DECLINED),
        (published, Standing.PUBLISHED),
        (sent_back, Standing.SENT_BACK),
    ):
        assert standing_of(network, page) == standing, page.title
    published.refresh_from_db()
    published.unpublish()
    assert standing_of(network, published) == Standing.UNPUBLISHED


def test_a_published_text_under_review_again_is_in_review(network: Network) -> None:
    page = network.draft()
    decided(network, network.send(page), Verdict(DecisionKind.PUBLISH))
    page = ResourcePage.objects.get(pk=page.pk).specific
    page.title = "Better"
    page.save_revision(user=network.author)
    network.send(page)
    assert standing_of(network, page) == Standing.REVIEW


def test_what_was_sent_back_comes_first_with_every_reason(network: Network) -> None:
    network.draft(title="A draft")
    submission = network.send(network.draft(title="Filming"))
    reason = DecisionReason.objects.create(kind=DecisionKind.CHANGES, label="Consent is missing")
    verdict = Verdict(DecisionKind.CHANGES, [reason], "Ask the ward.", {"licence": "Choose one."})
    decided(network, submission, verdict)
    html = desk(network.author)
    assert "Leader_Be asked for changes" in html
    for words in ("Consent is missing", "Ask the ward.", "Licence: Choose one.", "Change and send again"):
        assert words in html
    assert html.index("Filming") < html.index("A draft")


def test_who_has_it_since_when_and_when_it_is_due(network: Network) -> None:
    submission = network.send(network.draft())
    assert "Waits for a reviewer; sent" in desk(network.author)
    claim_review(submission, network.leader_be)
    assert "With Leader_Be, who took it" in desk(network.author)
    Submission.objects.filter(pk=submission.pk).update(due_at=timezone.now() - timedelta(days=1))
    assert "Was due on" in desk(network.author)


def test_what_is_published_says_how_much_it_is_used(network: Network) -> None:
    page = CaseStudyFactory(parent=network.hospital, owner=network.author, review_by=timezone.localdate())
    ResourceUse.objects.create(resource=page, day=timezone.localdate(), views=1200, downloads=1)
    html = " ".join(desk(network.author).split())
    assert "1,200 views · 1 download · look again by" in html


def test_a_contributor_has_what_is_theirs_and_a_coordinator_the_section(network: Network) -> None:
    CaseStudyFactory(parent=network.hospital, owner=network.author, title="Mine")
    CaseStudyFactory(parent=network.hospital, owner=network.coordinator, title="A colleague's")
    CaseStudyFactory(parent=network.clinic, title="Of others")
    assert [page.title for page in own_resources(network.author)] == ["Mine"]
    assert {page.title for page in own_resources(network.coordinator)} == {"Mine", "A colleague's"}


def test_every_count_leads_to_a_list_of_as_many(network: Network) -> None:
    for number in range(3):
        network.draft(title=f"Draft {number}")
    network.send(network.draft(title="Sent"))
    for standing, count in count_by_standing(own_resources(network.author)).items():
        response = browser(network.author).get(reverse("own_resources"), {"standing": standing})
        assert response.context["items_count"] == count, standing


def test_the_list_is_searched_sorted_and_exported(network: Network) -> None:
    for title in ("Wards", "Filming", "=Formula"):
        network.draft(title=title)
    html = listing(network.author, q="wards")
    assert "Wards" in html
    assert "Filming" not in html
    html = listing(network.author, ordering="-title")
    assert html.index("Wards") < html.index("Filming")
    response = browser(network.author).get(reverse("own_resources"), {"export": "csv"})
    rows = list(csv.reader(io.StringIO(response.getvalue().decode())))
    assert rows[0][:3] == ["Title", "Type", "State"]
    assert sorted(row[0] for row in rows[1:]) == ["'=Formula", "Filming", "Wards"]


def test_the_list_is_for_members_of_organisations(network: Network) -> None:
    assert browser(network.leader_be).get(reverse("own_resources")).status_code in {302, 403}


def test_neither_desk_nor_list_asks_more_for_more(network: Network) -> None:
    client = browser(network.author)

    def fill(number: int) -> None:
        for _each in range(number):
            network.draft()
            decided(network, network.send(network.draft()), Verdict(DecisionKind.CHANGES, words="More."))
            claim_review(network.send(network.draft()), network.leader_be)
            decided(network, network.send(network.draft()), Verdict(DecisionKind.PUBLISH))

    def queries(name: str) -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse(name))
        kept_for_a_while = "home_sitesettings"
        return [query["sql"] for query in captured if kept_for_a_while not in query["sql"]]

    names = ("wagtailadmin_home", "own_resources")
    fill(1)
    for name in names:
        queries(name)
    few = {name: queries(name) for name in names}
    fill(3)
    for name in names:
        many = queries(name)
        assert len(many) == len(few[name]), "\n".join([*many, "before:", *few[name]])


def test_stages_of_submissions_and_standings_share_their_names() -> None:
    shared = {Standing.SENT_BACK, Standing.REVIEW, Standing.CHECKS, Standing.DECLINED, Standing.WITHDRAWN}
    assert {str(standing) for standing in shared} <= set(Stage.values)
