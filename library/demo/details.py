"""What only one type of resource has: from the texts to the fields of its page."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any

from library.demo.markup import rich_text
from library.models import CaseStudyMeasure, Recommendation

Details = Mapping[str, Any]

CASE_STUDY_PARTS = ("setting", "challenge", "approach", "outcome", "lessons")


def training_fields(details: Details, today: date) -> dict[str, Any]:
    """Return format, levels, duration, objectives and prerequisites."""
    return {
        "format": details["format"],
        "levels": list(details["levels"]),
        "duration_minutes": details["duration_minutes"],
        "objectives": "\n".join(details["objectives"]),
        "prerequisites": "\n".join(details["prerequisites"]),
    }


def case_study_fields(details: Details, today: date) -> dict[str, Any]:
    """Return the five parts as rich text, and the measures."""
    parts = {part: rich_text(details[part]) for part in CASE_STUDY_PARTS}
    return {**parts, "measures": [CaseStudyMeasure(**measure) for measure in details["measures"]]}


def guide_fields(details: Details, today: date) -> dict[str, Any]:
    """Return version, what changed, and the recommendations."""
    return {
        "version": details["version"],
        "what_changed": details["what_changed"],
        "recommendations": [Recommendation(**row) for row in details["recommendations"]],
    }


def event_fields(details: Details, today: date) -> dict[str, Any]:
    """Return place and time, counted from today; the year is that of the event."""
    first_day = today + timedelta(days=details["starts_in"])
    return {
        "start_date": first_day,
        "end_date": first_day + timedelta(days=details["lasts_days"] - 1),
        "start_time": _clock(details.get("start_time")),
        "end_time": _clock(details.get("end_time")),
        "time_zone": details["time_zone"],
        "year": first_day.year,
        **{name: details.get(name, "") for name in ("place", "online_link", "recording_link")},
    }


def _clock(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


DETAILS: dict[str, Callable[[Details, date], dict[str, Any]]] = {
    "training": training_fields,
    "case-study": case_study_fields,
    "guide": guide_fields,
    "event": event_fields,
}
