"""The desk's lists as a table to take along."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from library.moderation.desk import columns
from library.moderation.submissions import Submission

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def in_one_line(value: Any) -> Any:
    """Return a cell; a text that a spreadsheet would run as a formula is marked as text (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(BEGINS_A_FORMULA) else value


def organisation_of(submission: Submission) -> str:
    """Return the organisation's name."""
    return submission.organisation.title if submission.organisation else ""


def trust_of(submission: Submission) -> str:
    """Return the trust in the organisation."""
    return str(submission.organisation.get_trust_display()) if submission.organisation else ""


CELLS: Final[Mapping[str, tuple[Any, Callable[[Submission], Any]]]] = {
    "title": (_("Title"), lambda submission: submission.title),
    "organisation": (_("Organisation"), organisation_of),
    "trust": (_("Trust"), trust_of),
    "type_key": (_("Type"), columns.type_of),
    "language": (_("Language"), columns.language_of),
    "regions": (_("Regions"), columns.regions_of),
    "submitted_at": (_("Sent"), lambda submission: submission.submitted_at),
    "due_at": (_("Due"), lambda submission: submission.due_at or ""),
    "claimed_by": (_("Who has it"), columns.holder_of),
    "found": (_("Checks found"), columns.found_in),
    "stage": (_("State"), lambda submission: submission.get_stage_display()),
}
