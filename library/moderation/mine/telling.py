"""In one sentence for its contributor: where a resource stands, who has it, and what happens next."""

from collections.abc import Callable

from django.contrib.humanize.templatetags.humanize import naturaltime
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from library.moderation.decisions import DecisionKind
from library.moderation.mine.rows import OwnResource
from library.moderation.mine.standing import Standing

NEXT = {
    Standing.SENT_BACK: _("Change and send again"),
    Standing.REVIEW: _("Open"),
    Standing.CHECKS: _("Open"),
    Standing.DRAFT: _("Go on"),
    Standing.DECLINED: _("Change and send again"),
    Standing.WITHDRAWN: _("Go on and send again"),
    Standing.UNPUBLISHED: _("Change and send again"),
    Standing.PUBLISHED: _("Edit"),
}  # what the contributor can do about it; all of it begins in the editor


def sentence_about(row: OwnResource) -> str:
    """Return what happens with a resource, or happened to it."""
    return _SENTENCES[row.standing](row)


def _sent_back(row: OwnResource) -> str:
    if row.said is None or row.said.kind == DecisionKind.CHECKS_BLOCK:
        return ngettext(
            "The automatic checks found %(count)s point to mend; the editor names it.",
            "The automatic checks found %(count)s points to mend; the editor names them.",
            row.to_mend,
        ) % {"count": row.to_mend}
    asked = _g("%(person)s asked for changes %(when)s.")
    return asked % {"person": row.said.by_name, "when": naturaltime(row.said.at)}


def _in_review(row: OwnResource) -> str:
    submission = row.submission
    if submission is None:
        return ""
    if submission.claimed_by and submission.claimed_at:
        who = _g("With %(person)s, who took it %(when)s.") % {
            "person": submission.claimed_by,
            "when": naturaltime(submission.claimed_at),
        }
    else:
        who = _g("Waits for a reviewer; sent %(when)s.") % {"when": naturaltime(submission.stage_since)}
    if submission.due_at is None:
        return who
    due = date_format(localtime(submission.due_at), "DATE_FORMAT")
    return f"{who} " + (_g("Was due on %s.") if submission.is_overdue else _g("Due on %s.")) % due


def _declined(row: OwnResource) -> str:
    if row.said is None:
        return _g("Declined.")
    declined = _g("%(person)s declined it %(when)s.")
    return declined % {"person": row.said.by_name or _g("A reviewer"), "when": naturaltime(row.said.at)}


def _withdrawn(row: OwnResource) -> str:
    if row.submission is None:
        return ""
    taken_back = _g("Taken back %(when)s, before it was decided.")
    return taken_back % {"when": naturaltime(row.submission.stage_since)}


def _published(row: OwnResource) -> str:
    if row.page.has_unpublished_changes:
        return _g("Published; there are changes that were not sent for review.")
    return _g("Published on %s.") % date_format(localtime(row.page.last_published_at), "DATE_FORMAT")


_SENTENCES: dict[Standing, Callable[[OwnResource], str]] = {
    Standing.SENT_BACK: _sent_back,
    Standing.REVIEW: _in_review,
    Standing.CHECKS: lambda row: _g("The automatic checks are looking at it."),
    Standing.DRAFT: lambda row: _g("Not sent for review yet."),
    Standing.DECLINED: _declined,
    Standing.WITHDRAWN: _withdrawn,
    Standing.UNPUBLISHED: lambda row: _g("Readers no longer see it."),
    Standing.PUBLISHED: _published,
}
