"""Files of which the search finds the title only, with what to do about each."""

from typing import Any

import django_filters
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from library.files.models import LibraryDocument
from library.files.states import FileState
from library.moderation.reports.listing import Listing
from library.moderation.reports.report import NetworkMenuItem
from library.moderation.reports.scope import sees_everything

CANNOT_BE_SEARCHED = tuple(state for state in FileState if state not in (FileState.READ, FileState.WAITING))


class FileFilterSet(WagtailFilterSet):
    """What the list can be narrowed by."""

    state = django_filters.ChoiceFilter(
        choices=[(state.value, state.label) for state in CANNOT_BE_SEARCHED], label=_("State")
    )

    class Meta:
        model = LibraryDocument
        fields: list[str] = []


def editor_of(document: LibraryDocument) -> str:
    """Return the address at which a file is replaced."""
    return reverse("wagtaildocs:edit", args=[document.pk])


class FilesReport(Listing):
    """Files that could not be read, for those who look after the whole network; the newest first."""

    page_title: Any = _("Files without text")
    header_icon = "doc-full-inverse"
    index_url_name = "report_files"
    index_results_url_name = "report_files_results"
    filterset_class = FileFilterSet
    is_searchable = True
    search_fields = ("title",)
    search_backend_name = ""
    default_ordering = "-created_at"
    export_filename = "files-without-text"
    columns = [
        TitleColumn("title", label=_("Title"), get_url=editor_of, sort_key="title"),
        Column("organisation", label=_("Organisation"), accessor="collection.name", sort_key="collection__name"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("sentence", label=_("What to do"), accessor="state_sentence"),
        Column("uploaded_by", label=_("By"), accessor="uploaded_by_user"),
        DateColumn("created_at", label=_("Uploaded"), sort_key="created_at"),
    ]
    export_headings = {
        "title": _("Title"),
        "collection.name": _("Organisation"),
        "get_state_display": _("State"),
        "uploaded_by_user": _("By"),
        "created_at": _("Uploaded"),
    }
    list_export = list(export_headings)

    def may_see(self) -> bool:
        """Show it to who looks after the whole network."""
        return sees_everything(self.person)

    def get_base_queryset(self) -> Any:
        """Return what could not be read."""
        unread = LibraryDocument.objects.filter(state__in=CANNOT_BE_SEARCHED)
        return unread.select_related("collection", "uploaded_by_user")

    def order_queryset(self, queryset: Any) -> Any:
        """Sort, by key among equals."""
        return queryset.order_by(self.ordering, "-pk")


def file_report_urls() -> list[URLPattern]:
    """The report, and its list alone for Wagtail's filters."""
    return [
        path("reports/files/", FilesReport.as_view(), name="report_files"),
        path("reports/files/results/", FilesReport.as_view(results_only=True), name="report_files_results"),
    ]


def file_report_menu_item() -> NetworkMenuItem:
    """The entry among the reports."""
    address = reverse_lazy("report_files")
    return NetworkMenuItem(
        FilesReport.page_title, address, name="report-files", icon_name=FilesReport.header_icon, order=160
    )
