"""What changed since a submission was last looked at, field by field, by Wagtail's own comparison of revisions."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.panels import get_edit_handler
from wagtail.models import Page, Revision

from library.moderation.submissions import Submission


def changes_since(submission: Submission, page: Page, request: HttpRequest) -> list[Any] | None:
    """Return Wagtail's comparisons of the fields that differ; ``None`` where nothing was seen before.

    ``page`` is as it was sent now. It is compared with what was decided on the last time, or with what is published.
    """
    before = _seen_before(submission)
    if before is None:
        return None
    handler = get_edit_handler(type(page)).get_bound_panel(instance=page, request=request, form=None)
    compared = [comparison(before, page) for comparison in handler.get_comparison()]
    return [each for each in compared if each.has_changed()]


def _seen_before(submission: Submission) -> Page | None:
    earlier = submission.decisions.filter(round__lt=submission.round).exclude(revision=submission.revision_id)
    keys = earlier.order_by("-round", "-pk").values_list("revision_id", flat=True)
    revisions = Revision.objects.in_bulk([key for key in keys if key])
    for key in keys:
        if key in revisions:
            seen: Page = revisions[key].as_object()
            return seen
    live = submission.page and submission.page.live and submission.page.live_revision_id != submission.revision_id
    return submission.page.specific if submission.page and live else None
