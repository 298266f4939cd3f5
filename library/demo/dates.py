"""When the demo library's resources came out: spread over a year and a half, the same for the same day of loading."""

from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

LONGEST_AGO = timedelta(days=540)
AT_LEAST_BEFORE_EVENT = timedelta(days=21)  # an event is announced before it happens


def share(seed: str) -> float:
    """Return a number from 0 up to but not including 1 that follows from the seed alone."""
    return int.from_bytes(sha256(seed.encode()).digest()[:6]) / 2**48


def publication_moment(seed: str, year: int, today: date, starts_on: date | None = None) -> datetime:
    """Return when a resource made in a year came out: in the last 18 months, not before that year, before its event."""
    latest = today - timedelta(days=1)
    if starts_on is not None:
        latest = min(latest, starts_on - AT_LEAST_BEFORE_EVENT)
    earliest = min(max(today - LONGEST_AGO, date(year, 1, 1)), latest)
    day = earliest + int(share(seed) * ((latest - earliest).days + 1)) * timedelta(days=1)
    minute_of_day = 7 * 60 + int(share(f"{seed}/time") * 10 * 60)  # between seven and five o'clock
    return datetime.combine(day, time(*divmod(minute_of_day, 60)), tzinfo=UTC)


def submission_moment(seed: str, now: datetime) -> datetime:
    """Return when something that waits for review was sent in: one to ten days ago."""
    return now - timedelta(hours=24 + int(share(seed) * 9 * 24))
