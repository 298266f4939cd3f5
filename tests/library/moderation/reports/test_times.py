"""The figures of waiting times against a plain computation in Python, from the same random year."""

import csv
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from library.models import Decision, DecisionKind, Stage, Submission, SubmissionRegion
from library.moderation.reports.chart import bars
from library.moderation.reports.percentiles import Days
from library.moderation.reports.scope import Scope, below
from library.moderation.reports.times import (
    WaitingTimes,
    months,
    since,
    times_by_month,
    times_by_part,
    times_by_part_and_month,
)
from network.leadership.territory import Territories
from network.models import Region
from tests.library.moderation.stage import Network

pytestmark = pytest.mark.django_db
KINDS = (DecisionKind.PUBLISH, DecisionKind.DECLINE, DecisionKind.CHANGES, DecisionKind.APPROVE, DecisionKind.DIRECT)
FINAL = {DecisionKind.PUBLISH, DecisionKind.DECLINE}
Known = tuple[Submission, set[str], list[Decision]]


@pytest.fixture
def year(network: Network) -> list[Known]:
    """Two hundred submissions of fourteen months with up to three decisions each, about one to three places."""
    chance = random.Random(7)
    now = timezone.now()
    known: list[Known] = []
    for number in range(200):
        opened = now - timedelta(minutes=chance.randrange(60 * 24 * 425))
        moments = sorted(
            opened + timedelta(seconds=chance.randrange(30, 86_400 * 40)) for _ in range(chance.randrange(4))
        )
        moments = [moment for moment in moments if moment < now]
        submission = Submission.objects.create(
            title=f"Sent {number}",
            stage=Stage.WITHDRAWN,
            opened_at=opened,
            first_answer_at=moments[0] if moments else None,
        )
        codes = set(chance.sample(["be", "fr", "west", "ke", "africa", "world"], chance.randrange(1, 4)))
        for code in codes:
            SubmissionRegion.objects.create(submission=submission, region=network.regions[code])
        decisions = [
            Decision.objects.create(
                submission=submission,
                kind=chance.choice(KINDS),
                by_name=chance.choice(["Lotte", "Lotte", "Lotte", ""]),
                at=moment,
            )
            for moment in moments
        ]
        known.append((submission, codes, decisions))
    return known


def percentile(days: list[float], percent: int) -> float | None:
    """Return the least value that so many of a hundred do not exceed; by counting, not by rank."""
    enough = [value for value in days if sum(other <= value for other in days) * 100 >= percent * len(days)]
    return min(enough, default=None)


def summary(waits: Iterable[timedelta]) -> Days:
    days = [wait.total_seconds() / 86_400 for wait in waits]
    found = (percentile(days, percent) for percent in (50, 90))
    return Days(len(days), *(None if value is None else round(value, 1) for value in found))


def within(code: str, regions: dict[str, Region]) -> set[str]:
    """Return the codes at or below a region, by walking up from each."""
    inside = set()
    for name, region in regions.items():
        step: Region | None = region
        while step is not None:
            if step.pk == regions[code].pk:
                inside.add(name)
            step = step.parent
    return inside


def month_of(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m")


def expected(year: list[Known], places: set[str] | None, month: str = "") -> tuple[Days, Days]:
    """Return first answers and decisions, as the documentation says they are counted."""
    answers, decisions = [], []
    for submission, codes, made in year:
        if places is not None and not codes & places:
            continue
        moment = submission.first_answer_at
        if moment and moment >= since() and month in ("", month_of(moment)):
            answers.append(moment - submission.opened_at)
        for each in made:
            counts = each.kind in FINAL and each.by_name and each.at >= since()
            if counts and month in ("", month_of(each.at)):
                decisions.append(each.at - submission.opened_at)
    return summary(answers), summary(decisions)


def figures(lines: Iterable[WaitingTimes]) -> dict[tuple[str, str], tuple[Days, Days]]:
    return {(line.code, line.month): (line.answers, line.decisions) for line in lines}


def test_months_of_everything(network: Network, year: list[Known]) -> None:
    assert figures(times_by_month(None)) == {("", month): expected(year, None, month) for month in months()}
    assert sum(line.decisions.count for line in times_by_month(None)) > 40


@pytest.mark.parametrize("code", ["be", "west", "europe", "africa", "world"])
def test_months_of_a_region(network: Network, year: list[Known], code: str) -> None:
    keys = Scope(below(frozenset({network.regions[code].pk}), Territories.read())).regions
    places = within(code, network.regions)
    found = figures(times_by_month(keys, name="Somewhere", code=code))
    assert found == {(code, month): expected(year, places, month) for month in months()}


def test_parts_of_a_region_and_the_region(network: Network, year: list[Known]) -> None:
    found = figures(times_by_part(network.regions["world"], None))
    assert set(found) == {("world", ""), ("europe", ""), ("africa", "")}
    for (code, _month), figure in found.items():
        assert figure == expected(year, within(code, network.regions)), code


def test_parts_by_month_leave_out_what_is_empty(network: Network, year: list[Known]) -> None:
    west = network.regions["west"]
    keys = below(frozenset({west.pk}), Territories.read())
    found = figures(times_by_part_and_month(west, keys))
    wanted = {
        (network.regions[code].code, month): expected(year, within(code, network.regions), month)
        for code in ("west", "be", "fr")
        for month in months()
    }
    assert found == {key: figure for key, figure in wanted.items() if figure[0].count or figure[1].count}


def test_the_file_has_region_and_month(network: Network, year: list[Known]) -> None:
    client = Client()
    client.force_login(network.leader_eu)
    answer = client.get(reverse("report_times"), {"region": "europe", "by": "both", "export": "csv"})
    rows = list(csv.DictReader(StringIO(b"".join(answer).decode())))
    assert {row["Region"] for row in rows} == {str(network.regions["europe"]), str(network.regions["west"])}
    assert {row["Month"] for row in rows} <= set(months())
    count = sum(int(row["Decisions"]) for row in rows if row["Region"] == str(network.regions["europe"]))
    assert count == expected(year, within("europe", network.regions))[1].count


def test_bars_are_as_long_as_their_days() -> None:
    drawn = bars([("May", Days(3, 2.0, 8.0)), ("June", Days()), ("July", Days(1, 4.0, 4.0))])
    assert [(bar.median, bar.p90) for bar in drawn] == [(25, 100), (0, 0), (50, 50)]
