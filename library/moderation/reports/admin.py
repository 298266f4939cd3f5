"""Where the reports stand in the CMS: their addresses and their places in the menu."""

from typing import Any

from django.urls import URLPattern, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from library.moderation.reports.load_report import ReviewersReport
from library.moderation.reports.log import DecisionsReport
from library.moderation.reports.queue import SubmissionsReport
from library.moderation.reports.regions_report import RegionsReport
from library.moderation.reports.report import NetworkMenuItem, Report, ReportMenuItem
from library.moderation.reports.times_report import TimesReport
from library.moderation.trust.page import trust_urls

REPORTS: tuple[type[Report], ...] = (SubmissionsReport, RegionsReport, TimesReport, ReviewersReport, DecisionsReport)


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


def trust_menu_item() -> NetworkMenuItem:
    """The entry of the proposals of trust."""
    address = reverse_lazy("trust_proposals")
    return NetworkMenuItem(_("Proposals of trust"), address, name="report-trust", icon_name="success", order=150)


def register() -> None:
    """Put the reports into the CMS, before Wagtail's own."""
    hooks.register("register_admin_urls", report_urls)
    hooks.register("register_admin_urls", trust_urls)
    hooks.register("register_reports_menu_item", trust_menu_item)
    for number, report in enumerate(REPORTS):
        hooks.register("register_reports_menu_item", menu_item(report, 100 + number))
