"""The log: every decision, who made it, when, why and on which revision; to read and to export."""

from typing import Any

import django_filters
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from library.moderation.decisions import Decision, DecisionKind
from library.moderation.reports.choices import AboutFilter, organisations_of
from library.moderation.reports.report import Report


class LogFilterSet(WagtailFilterSet):
    """What the log can be narrowed by."""

    kind = django_filters.ChoiceFilter(choices=DecisionKind.choices, label=_("Decision"))
    organisation = django_filters.ModelChoiceFilter(
        field_name="submission__organisation", queryset=organisations_of, label=_("Organisation")
    )
    by = django_filters.CharFilter(field_name="by_name", lookup_expr="icontains", label=_("By"))
    region = AboutFilter(key="submission", label=_("Region"))
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = Decision
        fields: list[str] = []


def why(decision: Decision) -> str:
    """Return the reasons and words of a decision."""
    notes = (f"{name}: {note}" for name, note in decision.field_notes.items() if note)
    return "; ".join([*map(str, decision.reasons.all()), *filter(None, [decision.words]), *notes])


def who(decision: Decision) -> str:
    """Return the name of who decided, which outlives their account."""
    return decision.by_name or _g("The site itself")


def revision_link(decision: Decision) -> str:
    """Return a link to the text that was decided on, while the page exists."""
    page, revision = decision.submission.page_id, decision.revision_id
    if not (page and revision):
        return ""
    address = reverse("wagtailadmin_pages:revisions_view", args=[page, revision])
    return format_html('<a href="{}">{}</a>', address, revision)


class DecisionsReport(Report):
    """Every decision, the latest first."""

    url_name = "report_decisions"
    page_title = _("Decisions")
    header_icon = "history"
    filterset_class = LogFilterSet
    default_ordering = "-at"
    export_filename = "decisions"
    is_searchable = True
    search_fields = ("submission__title", "words")
    columns = [
        DateColumn("at", label=_("When"), sort_key="at"),
        Column("kind", label=_("Decision"), accessor="get_kind_display", sort_key="kind"),
        Column("title", label=_("Title"), accessor="submission.title", sort_key="submission__title"),
        Column("organisation", label=_("Organisation"), accessor="submission.organisation.title"),
        Column("by", label=_("By"), accessor=who, sort_key="by_name"),
        Column("why", label=_("Why"), accessor=why),
        Column("round", label=_("Time sent")),
        Column("revision", label=_("Revision"), accessor=revision_link),
    ]
    export_headings = {
        "at": _("When"),
        "get_kind_display": _("Decision"),
        "submission.title": _("Title"),
        "submission.organisation.title": _("Organisation"),
        "who": _("By"),
        "why": _("Why"),
        "round": _("Time sent"),
        "revision_id": _("Revision"),
    }
    list_export = list(export_headings)

    def get_base_queryset(self) -> Any:
        """Return what was decided in the scope."""
        decisions = Decision.objects.filter(self.scope.of_submissions("submission"))
        return decisions.select_related("submission__organisation").prefetch_related("reasons")

    def order_queryset(self, queryset: Any) -> Any:
        """Sort, by key among equals."""
        return queryset.order_by(self.ordering, "-pk")

    def to_row_dict(self, item: Decision) -> dict[str, Any]:
        """Return one line of the export."""
        organisation = item.submission.organisation
        values = (
            item.at,
            item.get_kind_display(),
            item.submission.title,
            organisation.title if organisation else "",
            who(item),
            why(item),
            item.round,
            item.revision_id,
        )
        return dict(zip(self.list_export, values, strict=True))
