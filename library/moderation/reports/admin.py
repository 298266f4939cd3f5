"""Where the reports stand in the CMS: their addresses and their places in the menu."""

from typing import Any

from django.urls import URLPattern, reverse_lazy
from wagtail import hooks

from library.moderation.reports.figures import ReviewersReport, TimesReport
from library.moderation.reports.log import DecisionsReport
from library.moderation.reports.queue import SubmissionsReport
from library.moderation.reports.report import Report, ReportMenuItem

REPORTS: tuple[type[Report], ...] = (SubmissionsReport, TimesReport, ReviewersReport, DecisionsReport)


def report_urls() -> list[URLPattern]:
    """The addresses of every report."""
    return [address for report in REPORTS for address in report.urls()]


def menu_item(report: type[Report], order: int) -> Any:
    """Return what makes the entry of a report."""

    def make() -> ReportMenuItem:
        name = report.url_name.replace("_", "-")
        return ReportMenuItem(
            report.page_title, reverse_lazy(report.url_name), name=name, icon_name=report.header_icon, order=order
        )

    return make


def register() -> None:
    """Put the reports into the CMS, before Wagtail's own."""
    hooks.register("register_admin_urls", report_urls)
    for number, report in enumerate(REPORTS):
        hooks.register("register_reports_menu_item", menu_item(report, 100 + number))
