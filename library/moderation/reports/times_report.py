"""The report of waiting times: a table, a chart of the same, a file."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from library.moderation.reports.chart import bars
from library.moderation.reports.regional import RegionalReport
from library.moderation.reports.times import WaitingTimes, times_by_month, times_by_part, times_by_part_and_month
from library.moderation.submissions import Submission
from network.models import Region, RegionKind

BY: dict[str, Promise | str] = {
    "month": _("Month"),
    "region": _("Part of the region"),
    "both": _("Part of the region and month"),
}


def region_link(row: WaitingTimes) -> str:
    """Return the region as a link to its own months; nothing where the line is about everything."""
    if not row.code:
        return _g("All")
    return format_html('<a href="{}?region={}">{}</a>', reverse("report_times"), row.code, row.region)


def bar_label(row: WaitingTimes, by: str) -> str:
    """Return what tells a bar from the others."""
    return row.region if by == "region" else row.month_name


class TimesReport(RegionalReport):
    """Time to first answer and to decision, by month, by part of a region (``by=region``), or by both."""

    url_name = "report_times"
    page_title: Any = _("Waiting times")
    header_icon = "time"
    template_name = "library/admin/reports/times.html"
    results_template_name = "library/admin/reports/figures.html"
    export_filename = "waiting-times"
    columns = [
        Column("region", label=_("Region"), accessor=region_link),
        Column("month", label=_("Month"), accessor=lambda row: row.month_name or _g("Twelve months")),
        Column("answers.count", label=_("First answers")),
        Column("answers.median", label=_("Days, median")),
        Column("answers.p90", label=_("Days, 90th percentile")),
        Column("decisions.count", label=_("Decisions")),
        Column("decisions.median", label=_("Days, median")),
        Column("decisions.p90", label=_("Days, 90th percentile")),
    ]
    export_headings = {
        "region": _("Region"),
        "month": _("Month"),
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
        asked = self.request.GET.get("by", "")
        self.by = asked if asked in BY else "month"
        regions, chosen = self.shown.regions, self.region
        if self.by == "month":
            return times_by_month(regions, str(chosen or ""), chosen.code if chosen else "")
        lines = times_by_part if self.by == "region" else times_by_part_and_month
        region = chosen or Region.objects.filter(kind=RegionKind.WORLD).prefetch_related("names").first()
        return lines(region, regions) if region else []

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the chart, and what to choose from; lines by both are too many for one."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        drawn = self.rows if self.by != "both" and any(row.decisions.count for row in self.rows) else []
        return context | {
            "chart": bars((bar_label(row, self.by), row.decisions) for row in drawn),
            "by": self.by,
            "choices": BY.items(),
            "overdue": Submission.objects.overdue().filter(self.shown.of_submissions()).count(),
        }
