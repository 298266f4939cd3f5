"""Why a page in review cannot be changed, in words: where it stands, and the way to its review page."""

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _g
from wagtail.locks import WorkflowLock

from network.users.models import User


class ReviewLock(WorkflowLock):
    """Holds for everybody while a page is checked and reviewed."""

    def get_message(self, user: User) -> str:
        """Return one line for the head of the editor."""
        from library.moderation.desk.in_editor import open_submission

        submission = open_submission(self.object.pk)
        if submission is None:
            return _g("It is being reviewed and cannot be changed meanwhile.")
        address = reverse("review_submission", args=[submission.pk])
        since = date_format(timezone.localtime(submission.stage_since), "DATE_FORMAT")
        if submission.due_at is None:
            return format_html('{} <a href="{}">{}</a>', _g("It is being checked."), address, _g("See the review"))
        line = _g("In review since %(since)s, with %(holder)s, due %(due)s. To change it, take it back first.") % {
            "since": since,
            "holder": submission.claimed_by or _g("nobody yet"),
            "due": date_format(timezone.localtime(submission.due_at), "DATE_FORMAT"),
        }
        return format_html('{} <a href="{}">{}</a>', line, address, _g("See the review"))
