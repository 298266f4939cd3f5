"""The lists of the desk: only what is theirs, in order, to narrow, sort and take along."""

import csv
from datetime import timedelta
from io import StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from library.models import DecisionKind, Finding, Submission
from library.moderation.claim import claim_review
from library.moderation.decide import Verdict, decide
from network.models import User
from tests.library.moderation.stage import Network, after_commit


def listed(user: User, name: str = "review_desk", **query: str) -> str:
    client = Client()
    client.force_login(user)
    response = client.get(reverse(name), query)
    assert response.status_code == 200
    return str(response.getvalue().decode())


def test_a_leader_sees_only_what_is_theirs_the_oldest_due_first(network: Network) -> None:
    later = network.send(network.draft(title="Due later"))
    network.send(network.draft(title="Due sooner"))
    network.send(network.draft(network.clinic, title="Elsewhere"))
    Submission.objects.filter(pk=later.pk).update(due_at=timezone.now() + timedelta(days=60))
    shown = listed(network.leader_be)
    assert shown.index("Due sooner") < shown.index("Due later")
    assert "Elsewhere" not in shown
    assert "Known" in shown
    assert "Elsewhere" in listed(network.editor)


def test_it_is_narrowed_by_the_organisations_that_are_in_it_and_no_others(network: Network) -> None:
    network.send(network.draft(title="Of the hospital"))
    network.send(network.draft(network.clinic, title="Elsewhere"))
    assert network.hospital.title in listed(network.leader_be)
    assert network.clinic.title not in listed(network.leader_be)
    assert network.hospital.title not in listed(network.author)
    kept = listed(network.leader_be, "review_desk_results", organisation=str(network.hospital.pk))
    assert "Of the hospital" in kept


def test_what_is_overdue_is_marked_in_words_and_can_be_kept(network: Network) -> None:
    late = network.send(network.draft(title="Late"))
    network.send(network.draft(title="Early"))
    Submission.objects.filter(pk=late.pk).update(due_at=timezone.now() - timedelta(days=1))
    assert listed(network.leader_be).count("Overdue</strong>") == 1
    kept = listed(network.leader_be, "review_desk_results", overdue="true")
    assert "Late" in kept
    assert "Early" not in kept


@pytest.mark.parametrize(
    ("whose", "kept"), [("mine", "Sent to me"), ("nobody", "Sent freely"), ("others", "Sent to them")]
)
def test_it_is_narrowed_by_who_has_it(network: Network, whose: str, kept: str) -> None:
    network.send(network.draft(title="Sent freely"))
    claim_review(network.send(network.draft(title="Sent to me")), network.leader_be)
    claim_review(network.send(network.draft(title="Sent to them")), network.administrator)
    shown = listed(network.leader_be, "review_desk_results", whose=whose)
    assert [title for title in ("Sent freely", "Sent to me", "Sent to them") if title in shown] == [kept]


def test_a_region_keeps_what_is_below_it(network: Network) -> None:
    network.send(network.draft(title="Belgian"))
    europe, africa = str(network.regions["europe"].pk), str(network.regions["africa"].pk)
    assert "Belgian" in listed(network.leader_be, "review_desk_results", region=europe)
    assert "Belgian" not in listed(network.leader_be, "review_desk_results", region=africa)


def test_what_the_checks_found_is_counted(network: Network) -> None:
    submission = network.send(network.draft())
    assert submission.revision_id
    Finding.objects.filter(submission=submission).delete()
    for _each in range(2):
        Finding.objects.create(submission=submission, revision_id=submission.revision_id, check_id="x", level="warn")
    assert "2 to look at" in listed(network.leader_be)


def test_the_export_holds_the_same_and_no_formula(network: Network) -> None:
    network.send(network.draft(title="=HYPERLINK(1)"))
    rows = list(csv.DictReader(StringIO(listed(network.leader_be, export="csv"))))
    assert rows[0]["Title"] == "'=HYPERLINK(1)"
    assert rows[0]["Organisation"] == "North Hospital"


def test_what_somebody_has_decided_is_in_a_list_of_its_own(network: Network) -> None:
    submission = network.send(network.draft(title="Done"))
    after_commit(decide, submission, network.leader_be, Verdict(DecisionKind.PUBLISH), submission.revision_id)
    assert "Done" not in listed(network.leader_be)
    assert "Done" in listed(network.leader_be, "review_decided")
    assert "Done" not in listed(network.leader_eu, "review_decided")


def test_the_list_takes_the_same_queries_however_long(network: Network) -> None:
    client = Client()
    client.force_login(network.leader_be)

    def queries() -> list[str]:
        client.get(reverse("review_desk"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("review_desk"))
        return [query["sql"] for query in captured]

    network.send(network.draft(title="One"))
    few = queries()
    for number in range(4):
        claim_review(network.send(network.draft(title=f"More {number}")), network.leader_be)
    assert len(queries()) == len(few)
