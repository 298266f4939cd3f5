"""The page "Coverage", for leaders about their regions and for administrators about all."""

import csv
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from library.exchange.spreadsheets import as_text
from library.moderation.reports.report import ReportMenuItem
from library.moderation.reports.scope import Scope, highest, scope_of
from network.models import Region, User
from search.access import access_for
from search.coverage.axes import Asked, By
from search.coverage.table import Coverage, coverage_of
from search.vocabulary.kept import vocabulary_of
from search.vocabulary.snapshot import Vocabulary


class CoverageView(WagtailAdminTemplateMixin, View):
    """Topics by parts of a region or by languages; with ``export=csv`` the same as a file."""

    template_name = "search/coverage/page.html"
    page_title: Any = _("Coverage")
    header_icon = "table"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Show the table to who leads or administers; raises ``PermissionDenied`` for everybody else."""
        if not isinstance(request.user, User):
            raise PermissionDenied
        self.scope = scope_of(request.user)
        vocabulary = vocabulary_of(request)
        self.coverage = coverage_of(asked_by(request, self.scope, vocabulary), access_for(request), vocabulary)
        if request.GET.get("export") == "csv":
            return as_csv(self.coverage)
        response: HttpResponse = self.render_to_response(self.get_context_data())
        return response

    def get_header_buttons(self) -> list[Any]:
        """Offer the file."""
        address = f"{self.coverage.asked.url()}&export=csv"
        return [HeaderButton(_("Download CSV"), address, icon_name="download")]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the whole table."""
        return [*super().get_breadcrumbs_items(), {"url": reverse_lazy("report_coverage"), "label": self.page_title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the table, and what there is to choose from."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        places = self.scope.places().prefetch_related("names").order_by("name")
        region = next((place for place in places if place.code == self.coverage.asked.region), None)
        topic = vocabulary_of(self.request).label("topic", self.coverage.asked.topic, self.request.LANGUAGE_CODE)
        return context | {"coverage": self.coverage, "places": places, "region": region, "topic": topic}


def asked_by(request: HttpRequest, scope: Scope, vocabulary: Vocabulary) -> Asked:
    """Read an address; a region out of the scope or a topic that is none is as if it were not said."""
    region: Region = scope.place(request.GET.get("region", "")) or highest(scope)[0]
    topic = request.GET.get("topic", "")
    by: By = "language" if request.GET.get("by") == "language" else "region"
    return Asked(region.code, topic if topic in vocabulary.topics else "", by)


def as_csv(coverage: Coverage) -> HttpResponse:
    """Return the table as a file that spreadsheets read and execute nothing of."""
    name = f"coverage-{coverage.asked.region}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=headers)
    writer = csv.writer(response)
    writer.writerow(["", *(as_text(value.label) for value in coverage.across.values), _g("All")])
    for line in coverage.lines:
        writer.writerow([as_text(line.value.label), *(cell.count for cell in line.cells), line.total.count])
    writer.writerow([_g("All"), *(cell.count for cell in coverage.totals), coverage.total.count])
    return response


def coverage_urls() -> list[URLPattern]:
    """The address of the page."""
    return [path("reports/coverage/", CoverageView.as_view(), name="report_coverage")]


def coverage_menu_item() -> ReportMenuItem:
    """The entry among the reports, first of all."""
    address = reverse_lazy("report_coverage")
    return ReportMenuItem(CoverageView.page_title, address, name="report-coverage", icon_name="table", order=95)
