"""The desk's lists as a table to take along."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from library.exchange.spreadsheets import as_text
from library.moderation.desk import columns
from library.moderation.submissions import Submission


def cell(value: Any) -> Any:
    """Return a cell; dates stay dates, and no text is a formula."""
    return as_text(value) if isinstance(value, str) else value


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
