"""The report of reviewers: what each has and does."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from library.moderation.reports.load import ReviewerLoad, reviewers_load
from library.moderation.reports.report import Report


def claims_link(load: ReviewerLoad) -> str:
    """Return how much somebody has, as a link to it."""
    address = f"{reverse('report_submissions')}?stage=review&claimed_by={load.person.pk}"
    return format_html('<a href="{}">{}</a>', address, load.claims)


def overdue_link(load: ReviewerLoad) -> str:
    """Return how much of it is past due, as a link to it."""
    address = f"{reverse('report_submissions')}?overdue=true&claimed_by={load.person.pk}"
    return format_html('<a href="{}">{}</a>', address, load.overdue) if load.overdue else _g("None")


class ReviewersReport(Report):
    """What each reviewer has and does."""

    url_name = "report_reviewers"
    page_title = _("Reviewers")
    header_icon = "group"
    template_name = "library/admin/reports/base.html"
    results_template_name = "library/admin/reports/figures.html"
    export_filename = "reviewers"
    paginate_by: Any = None
    columns = [
        Column("person", label=_("Reviewer")),
        Column("claims", label=_("Has now"), accessor=claims_link),
        Column("overdue", label=_("Past due"), accessor=overdue_link),
        Column("approved", label=_("Approved as one of two")),
        Column("published", label=_("Published")),
        Column("sent_back", label=_("Changes asked for")),
        Column("declined", label=_("Declined")),
        Column("took.median", label=_("Days to decide, median")),
        Column("took.p90", label=_("90th percentile")),
    ]
    export_headings = {column.name: column.label for column in columns}
    list_export = list(export_headings)

    def get_queryset(self) -> Any:
        """Return everybody in the scope."""
        return reviewers_load(self.scope)
