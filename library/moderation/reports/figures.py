"""The reports of figures: how long contributors wait, and what each reviewer has and does."""

from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from library.moderation.reports.chart import Bar, bars
from library.moderation.reports.load import ReviewerLoad, reviewers_load
from library.moderation.reports.report import Report
from library.moderation.reports.scope import Scope, below
from library.moderation.reports.times import WaitingTimes, times_by_month, times_by_part
from library.moderation.submissions import Submission
from network.leadership.territory import Territories
from network.models import Region, RegionKind


def part_link(row: WaitingTimes) -> str:
    """Return the name of a line, a region as a link to its own months."""
    if row.key[:4].isdigit():
        return row.label
    return format_html('<a href="{}?region={}">{}</a>', reverse("report_times"), row.key, row.label)


class TimesReport(Report):
    """Time to first answer and to decision, by month or by part of a region (``by=region``)."""

    url_name = "report_times"
    page_title = _("Waiting times")
    header_icon = "time"
    template_name = "library/admin/reports/times.html"
    results_template_name = "library/admin/reports/figures.html"
    export_filename = "waiting-times"
    paginate_by: Any = None
    columns = [
        Column("label", label=_("Month or region"), accessor=part_link),
        Column("answers.count", label=_("First answers")),
        Column("answers.median", label=_("Days, median")),
        Column("answers.p90", label=_("Days, 90th percentile")),
        Column("decisions.count", label=_("Decisions")),
        Column("decisions.median", label=_("Days, median")),
        Column("decisions.p90", label=_("Days, 90th percentile")),
    ]
    export_headings = {
        "label": _("Month or region"),
        "answers.count": _("First answers"),
        "answers.median": _("First answer: days, median"),
        "answers.p90": _("First answer: days, 90th percentile"),
        "decisions.count": _("Decisions"),
        "decisions.median": _("Decision: days, median"),
        "decisions.p90": _("Decision: days, 90th percentile"),
    }
    list_export = list(export_headings)

    def get_queryset(self) -> Any:
        """Return the lines of the region that was asked for, or of everything in the scope."""
        self.by_region = self.request.GET.get("by") == "region"
        self.region = self.scope.places().filter(code=self.request.GET.get("region", "")).first()
        self.shown = self.scope
        if self.region is not None:
            self.shown = Scope(below(frozenset({self.region.pk}), Territories.read()))
        regions = self.shown.regions
        if not self.by_region:
            return times_by_month(regions)
        region = self.region or Region.objects.filter(kind=RegionKind.WORLD).first()
        return times_by_part(region, regions) if region else []

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the chart, and what to choose from."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        chart: list[Bar] = bars([(row.label, row.decisions.median) for row in self.rows])
        places = self.scope.places().prefetch_related("names").order_by("name")
        return context | {
            "chart": chart,
            "places": places,
            "region": self.region,
            "by_region": self.by_region,
            "overdue": Submission.objects.overdue().filter(self.shown.of_submissions()).count(),
        }


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
