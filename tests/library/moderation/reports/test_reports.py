"""Who sees which report, and what its figures are."""

import pytest
from django.test import Client
from django.urls import reverse

from library.models import Decision, DecisionKind
from library.moderation.decide import Verdict, decide
from library.moderation.decisions import LogIsReadOnly
from library.moderation.reports.admin import REPORTS
from library.moderation.reports.percentiles import nearest_rank
from library.moderation.reports.report import Report
from network.models import User
from tests.library.moderation.stage import Network, after_commit

pytestmark = pytest.mark.django_db


def get(person: User, name: str, **query: str) -> int:
    client = Client()
    client.force_login(person)
    return client.get(reverse(name), query).status_code


def decided(network: Network) -> Decision:
    submission = network.send(network.draft())
    return after_commit(decide, submission, network.leader_be, Verdict(DecisionKind.PUBLISH), submission.revision_id)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.url_name)
def test_reports_are_for_administrators_and_leaders(network: Network, report: type[Report]) -> None:
    decided(network)
    name = report.url_name
    assert get(network.administrator, name) == 200
    assert get(network.leader_be, name) == 200
    assert get(network.leader_be, name, export="csv") == 200
    assert get(network.author, name) in {302, 403}


@pytest.mark.parametrize("by", ["month", "region"])
def test_waiting_times_go_by_month_and_by_region(network: Network, by: str) -> None:
    decided(network)
    assert get(network.leader_eu, "report_times", by=by, region="europe") == 200


def test_percentiles_are_values_that_were_measured() -> None:
    assert [nearest_rank([1, 2, 3, 4, 10], percent) for percent in (1, 50, 90, 100)] == [1, 3, 10, 10]


def test_the_log_is_only_added_to(network: Network) -> None:
    decision = decided(network)
    for change in (decision.save, decision.delete, Decision.objects.all().delete):
        with pytest.raises(LogIsReadOnly):
            change()
    with pytest.raises(LogIsReadOnly):
        Decision.objects.update(words="Something else")


def test_a_decision_outlives_the_account_of_who_made_it(network: Network) -> None:
    decision = decided(network)
    network.leader_be.delete()
    decision.refresh_from_db()
    assert (decision.by, decision.by_name) == (None, "Leader_Be")
