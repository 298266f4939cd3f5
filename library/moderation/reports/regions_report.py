"""The report of regions: where somebody leads, where nobody does, and where things wait."""

from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from library.moderation.reports.regional import RegionalReport
from library.moderation.reports.regions import RegionLine, lines_of, parts_of, vacancies


def linked(text: object, report: str, **query: object) -> str:
    """Return a link to a report narrowed to what was counted; nought leads nowhere."""
    return format_html('<a href="{}?{}">{}</a>', reverse(report), urlencode(query), text) if text else "0"


def led_by(line: RegionLine) -> str:
    """Say who leads, or that nobody answers for it."""
    if line.leaders:
        return ", ".join(line.leaders)
    return _g("Vacant") if line.is_vacant else _g("The region above")


def oldest_due(line: RegionLine) -> str:
    """Return the date at which the first of what waits is due."""
    return date_format(line.oldest, "DATE_FORMAT") if line.oldest else ""


class RegionsReport(RegionalReport):
    """A region and its parts, or all vacancies (``vacant=yes``)."""

    url_name = "report_regions"
    page_title: Any = _("Regions")
    header_icon = "site"
    template_name = "library/admin/reports/regions.html"
    results_template_name = "library/admin/reports/figures.html"
    export_filename = "regions"
    columns = [
        Column(
            "region", label=_("Region"), accessor=lambda line: linked(line.region, "report_regions", region=line.code)
        ),
        Column("led_by", label=_("Led by"), accessor=led_by),
        Column("organisations", label=_("Organisations")),
        Column(
            "waiting",
            label=_("Waiting for review"),
            accessor=lambda line: linked(line.waiting, "report_submissions", stage="review", region=line.code),
        ),
        Column(
            "overdue",
            label=_("Past due"),
            accessor=lambda line: linked(line.overdue, "report_submissions", overdue="true", region=line.code),
        ),
        Column("oldest", label=_("First due"), accessor=oldest_due),
    ]
    export_headings = {
        "region": _("Region"),
        "led": _("Led by"),
        "organisations": _("Organisations"),
        "waiting": _("Waiting for review"),
        "overdue": _("Past due"),
        "oldest": _("First due"),
    }
    list_export = list(export_headings)

    def get_queryset(self) -> Any:
        """Return the lines."""
        self.vacant_only = self.request.GET.get("vacant") == "yes"
        if self.vacant_only:
            seen = self.shown.regions
            vacant = [place for place in vacancies(self.territories) if seen is None or place.pk in seen]
            return lines_of(vacant, self.territories)
        tops = self.tops
        parts = parts_of(tops[0]) if len(tops) == 1 else []
        return lines_of([*tops, *(part for part in parts if part not in tops)], self.territories)

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add whether only vacancies are shown."""
        return super().get_context_data(*args, **kwargs) | {"vacant_only": self.vacant_only}

    def to_row_dict(self, item: RegionLine) -> dict[str, Any]:
        """Return one line of the export."""
        values = (str(item.region), led_by(item), item.organisations, item.waiting, item.overdue, oldest_due(item))
        return dict(zip(self.list_export, values, strict=True))
