"""Dates of the demo library: spread, plausible, and the same for the same day."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from library.demo.dates import LONGEST_AGO, publication_moment, submission_moment

TODAY = date(2026, 11, 22)


def test_the_same_resource_comes_out_at_the_same_moment() -> None:
    assert publication_moment("consent", 2025, TODAY) == publication_moment("consent", 2025, TODAY)


def test_resources_are_spread_over_the_last_18_months() -> None:
    days = [publication_moment(f"resource-{n}", 2020, TODAY).date() for n in range(100)]
    months = {(day.year, day.month) for day in days}
    assert len(months) >= 17
    assert min(days) >= TODAY - LONGEST_AGO
    assert max(days) < TODAY


def test_nothing_comes_out_before_the_year_it_was_made() -> None:
    assert all(publication_moment(f"resource-{n}", 2026, TODAY).year == 2026 for n in range(50))


@given(st.text(), st.integers(1900, 2100), st.dates(date(2020, 1, 1), date(2090, 1, 1)), st.integers(-500, 500))
def test_an_event_is_announced_before_it_starts_and_before_today(
    seed: str, year: int, today: date, starts_in: int
) -> None:
    starts_on = today + timedelta(days=starts_in)
    assert publication_moment(seed, year, today, starts_on).date() < min(today, starts_on)


@given(st.text())
def test_what_waits_for_review_was_sent_in_one_to_ten_days_ago(seed: str) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert timedelta(days=1) <= now - submission_moment(seed, now) <= timedelta(days=10)
