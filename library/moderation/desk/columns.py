"""The columns of the desk's lists."""

from typing import Any

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from library.languages import language_name
from library.models import RESOURCE_TYPES
from library.moderation.submissions import Submission


class OrganisationColumn(Column):
    """The organisation with its trust below."""

    cell_template_name = "library/admin/review/organisation_cell.html"


class DueColumn(Column):
    """The date, and "Overdue" in words where it has passed."""

    cell_template_name = "library/admin/review/due_cell.html"


def type_of(submission: Submission) -> str:
    """Return the name of what was sent: a type of resource, or the page of an organisation."""
    model = RESOURCE_TYPES.get(submission.type_key)
    return str(model._meta.verbose_name) if model else _g("organisation")


def language_of(submission: Submission) -> str:
    """Return the language of what was sent by its name."""
    return language_name(submission.language) if submission.language else ""


def regions_of(submission: Submission) -> str:
    """Return the regions whose leaders it concerns."""
    return ", ".join(str(region) for region in submission.regions.all())


def holder_of(submission: Submission) -> str:
    """Return who has it."""
    return str(submission.claimed_by or _g("Nobody yet"))


def found_in(submission: Any) -> str:
    """Return in words how much the checks found for a person to look at."""
    if not submission.warnings:
        return _g("nothing")
    return ngettext("%(count)s to look at", "%(count)s to look at", submission.warnings) % {
        "count": submission.warnings
    }


TITLE = TitleColumn(
    "title", label=_("Title"), url_name="review_submission", sort_key="title", classname="title desk__title"
)
ORGANISATION = OrganisationColumn("organisation", label=_("Organisation"), sort_key="organisation__title")
TYPE = Column("type", label=_("Type"), accessor=type_of, sort_key="type_key")
LANGUAGE = Column("language", label=_("Language"), accessor=language_of, sort_key="language")
REGIONS = Column("regions", label=_("Regions"), accessor=regions_of)
SENT = DateColumn("submitted_at", label=_("Sent"), sort_key="submitted_at")
DUE = DueColumn("due_at", label=_("Due"), sort_key="due_at")
HOLDER = Column("claimed_by", label=_("Who has it"), accessor=holder_of)
FOUND = Column("found", label=_("Checks found"), accessor=found_in)
STAGE = Column("stage", label=_("State"), accessor="get_stage_display", sort_key="stage")
