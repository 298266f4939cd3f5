"""Submissions as a list to narrow: where the numbers of the desks lead."""

from typing import Any

import django_filters
from django.db.models import F
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from library.languages import language_name
from library.moderation.reports.choices import AboutFilter, organisations_of
from library.moderation.reports.report import Report
from library.moderation.submissions import Stage, Submission
from network.models import User

AFTERWARDS = [("spot-check", _("Spot check open")), ("appeal", _("Appeal open"))]


def holders_of(request: Any) -> Any:
    """Return the people who have something to review."""
    return User.objects.filter(claims__isnull=False).distinct().order_by("email")


class SubmissionFilterSet(WagtailFilterSet):
    """What submissions can be narrowed by."""

    stage = django_filters.ChoiceFilter(choices=Stage.choices, label=_("State"))
    region = AboutFilter(label=_("Region"))
    organisation = django_filters.ModelChoiceFilter(queryset=organisations_of, label=_("Organisation"))
    claimed_by = django_filters.ModelChoiceFilter(queryset=holders_of, label=_("With"))
    overdue = django_filters.BooleanFilter(label=_("Past due"), method="by_due_date")
    afterwards = django_filters.ChoiceFilter(choices=AFTERWARDS, label=_("Afterwards"), method="by_what_is_open")

    class Meta:
        model = Submission
        fields: list[str] = []

    def by_due_date(self, queryset: Any, name: str, value: bool) -> Any:
        """Keep what should have been decided, or leave it out."""
        late = {"stage": Stage.REVIEW, "due_at__lt": timezone.now()}
        return queryset.filter(**late) if value else queryset.exclude(**late)

    def by_what_is_open(self, queryset: Any, name: str, value: str) -> Any:
        """Keep what waits for a second look, or for the answer to an appeal."""
        if value == "appeal":
            return queryset.filter(decisions__appeal__isnull=False, decisions__appeal__at__isnull=True).distinct()
        return queryset.filter(spot_check__isnull=False, spot_check__at__isnull=True)


def page_of(submission: Submission) -> str | None:
    """Return the address at which a submission is looked at, while its page exists."""
    return reverse("wagtailadmin_pages:edit", args=[submission.page_id]) if submission.page_id else None


class SubmissionsReport(Report):
    """What was sent for review, what is due first."""

    url_name = "report_submissions"
    page_title = _("Submissions")
    header_icon = "tasks"
    filterset_class = SubmissionFilterSet
    default_ordering = "due_at"
    export_filename = "submissions"
    is_searchable = True
    search_fields = ("title",)
    columns = [
        TitleColumn("title", label=_("Title"), get_url=page_of, sort_key="title"),
        Column("organisation", label=_("Organisation"), accessor="organisation.title", sort_key="organisation__title"),
        Column("language", label=_("Language"), accessor=lambda row: language_name(row.language)),
        Column("stage", label=_("State"), accessor="get_stage_display", sort_key="stage"),
        DateColumn("stage_since", label=_("Since"), sort_key="stage_since"),
        DateColumn("due_at", label=_("Due"), sort_key="due_at"),
        Column("claimed_by", label=_("With")),
        Column("round", label=_("Times sent"), sort_key="round"),
    ]
    export_headings = {
        "title": _("Title"),
        "organisation": _("Organisation"),
        "language": _("Language"),
        "get_stage_display": _("State"),
        "stage_since": _("Since"),
        "due_at": _("Due"),
        "claimed_by": _("With"),
        "round": _("Times sent"),
    }
    list_export = list(export_headings)

    def get_base_queryset(self) -> Any:
        """Return what is in the scope."""
        return self.scope.submissions().select_related("organisation", "claimed_by")

    def order_queryset(self, queryset: Any) -> Any:
        """Sort; what has no such date comes last."""
        name = F(self.ordering.removeprefix("-"))
        descending = self.ordering.startswith("-")
        return queryset.order_by(name.desc(nulls_last=True) if descending else name.asc(nulls_last=True), "pk")
