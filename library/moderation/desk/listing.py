"""The lists of the review desk: what waits for somebody, and what they have decided."""

from typing import Any, cast

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import HeaderButton

from library.moderation.decisions import Decision
from library.moderation.desk import columns
from library.moderation.desk.export import CELLS, cell
from library.moderation.desk.filters import DeskFilterSet, QueueFilterSet
from library.moderation.desk.queue import count_findings, queue_of, with_what_is_listed
from library.moderation.submissions import Submission
from network.models import User


class DeskView(ReportView):
    """What both lists share: columns, paging, export."""

    model = Submission
    header_icon = "clipboard-list"
    is_searchable = True
    search_backend_name: Any = None
    search_fields: Any = ["title"]
    verbose_name_plural = _("submissions")
    list_export: Any = list(CELLS)
    export_headings: Any = {name: heading for name, (heading, _value) in CELLS.items()}

    @property
    def person(self) -> User:
        """Who looks; Wagtail lets nobody in without an account."""
        return cast("User", self.request.user)

    def get_filtered_queryset(self) -> Any:
        """Filter once: the queryset is filtered already."""
        return self.get_queryset()

    def order_queryset(self, queryset: Any) -> Any:
        """Order what is equal by age, so that pages do not overlap."""
        return queryset.order_by(self.ordering, "submitted_at", "pk")

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """Count what the checks found in what is shown."""
        count_findings(object_list)
        return object_list

    def to_row_dict(self, item: Submission) -> dict[str, Any]:
        """Return a row of the export: what the list shows, and no formula."""
        return {name: cell(value(item)) for name, (_heading, value) in CELLS.items()}


class QueueView(DeskView):
    """What waits for the person who looks, the oldest due first."""

    page_title: Any = _("Review desk")
    index_url_name = "review_desk"
    index_results_url_name = "review_desk_results"
    default_ordering = "due_at"
    filterset_class = QueueFilterSet
    export_filename = "review-desk"
    columns: Any = [
        columns.TITLE,
        columns.ORGANISATION,
        columns.TYPE,
        columns.LANGUAGE,
        columns.REGIONS,
        columns.SENT,
        columns.DUE,
        columns.HOLDER,
        columns.FOUND,
    ]

    def get_header_buttons(self) -> list[Any]:
        """Lead to what one has decided."""
        button = HeaderButton(_("Decided by me"), reverse("review_decided"), icon_name="history")
        return [button, *super().get_header_buttons()]

    def get_base_queryset(self) -> Any:
        """Return what is theirs to decide."""
        return queue_of(self.person)


class DecidedView(DeskView):
    """What the person who looks has decided, the latest first."""

    page_title: Any = _("Decided by me")
    index_url_name = "review_decided"
    index_results_url_name = "review_decided_results"
    default_ordering = "-submitted_at"
    filterset_class = DeskFilterSet
    export_filename = "decided-by-me"
    columns: Any = [
        columns.TITLE,
        columns.ORGANISATION,
        columns.TYPE,
        columns.LANGUAGE,
        columns.REGIONS,
        columns.SENT,
        columns.STAGE,
    ]

    def get_header_buttons(self) -> list[Any]:
        """Lead back to what waits."""
        button = HeaderButton(_("Review desk"), reverse("review_desk"), icon_name="clipboard-list")
        return [button, *super().get_header_buttons()]

    def get_base_queryset(self) -> Any:
        """Return what they decided on, each once."""
        decided: Any = Decision.objects.filter(by=self.person).values("submission")
        return with_what_is_listed(Submission.objects.filter(pk__in=decided))
