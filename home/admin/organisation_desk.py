"""The contributor's desk: a panel of what needs them, and a page with everything that is theirs."""

from typing import Any

import django_filters
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, TitleColumn

from library.languages import language_choices
from library.models import ResourcePage
from library.moderation.mine.rows import OwnResource, own_rows
from library.moderation.mine.standing import Standing, count_by_standing, own_resources
from library.moderation.mine.telling import NEXT, sentence_about
from library.moderation.reports.listing import Listing
from network.models import OrganisationPage, User

SHOWN = 5  # rows of each list on the panel; the rest is on the page
EMPTY = {
    Standing.DRAFT: _("No drafts. What you begin is kept here until you send it for review."),
    Standing.REVIEW: _("Nothing is waiting for review."),
    Standing.PUBLISHED: _("Nothing published yet."),
}  # these lists stand there even when there is nothing in them


class OrganisationDesk(Component):
    """For members of organisations: share something; what was sent back, is in review, a draft, published."""

    name = "organisation_desk"
    order = 100
    template_name = "home/admin/organisation_desk.html"

    def __init__(self, user: User) -> None:
        self.user = user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        """Return the organisations and their resources by standing, each list as long as a panel can be."""
        pages = own_resources(self.user)
        counts = count_by_standing(pages)
        latest = pages.order_by("-latest_revision_created_at", "-pk")
        shown = [page for standing in Standing for page in latest.filter(standing=standing)[:SHOWN]]
        rows = own_rows(shown)
        address = reverse("own_resources")
        return {
            "organisations": list(OrganisationPage.objects.filter(people=self.user).order_by("title")),
            "all_url": address,
            "lists": [
                {
                    "standing": standing,
                    "rows": [row for row in rows if row.standing == standing],
                    "count": counts[standing],
                    "empty": EMPTY.get(standing, ""),
                    "next": NEXT[standing],
                    "url": f"{address}?standing={standing}",
                }
                for standing in Standing
                if counts[standing] or standing in EMPTY
            ],
        }


class OwnFilterSet(WagtailFilterSet):
    """What one's own resources can be narrowed by."""

    standing = django_filters.ChoiceFilter(choices=Standing.choices, label=_("State"))
    language = django_filters.ChoiceFilter(choices=language_choices, label=_("Language"))

    class Meta:
        model = ResourcePage
        fields: list[str] = []


def editor_of(row: OwnResource) -> str:
    """Return the address at which a contributor goes on with a resource."""
    return reverse("wagtailadmin_pages:edit", args=[row.pk])


class OwnResourcesView(Listing):
    """Everything that is somebody's own, with its state: to narrow, sort, page through and export."""

    page_title: Any = _("My resources")
    header_icon = "doc-full"
    index_url_name = "own_resources"
    index_results_url_name = "own_resources_results"
    filterset_class = OwnFilterSet
    is_searchable = True
    search_fields = ("title", "summary")
    search_backend_name = ""
    default_ordering = "order"
    export_filename = "my-resources"
    columns = [
        TitleColumn("title", label=_("Title"), accessor="page.title", get_url=editor_of, sort_key="title"),
        Column("type", label=_("Type"), accessor="page.page_type_display_name"),
        Column("standing", label=_("State"), accessor="standing.label", sort_key="order"),
        Column("sentence", label=_("What happens"), accessor=sentence_about),
        DateColumn("updated", label=_("Updated"), accessor="page.latest_revision_created_at", sort_key="updated"),
        NumberColumn("views", label=_("Views")),
        NumberColumn("downloads", label=_("Downloads")),
        Column("freshen_by", label=_("Look again by"), sort_key="review_by"),
    ]
    export_headings = {
        "page.title": _("Title"),
        "page.page_type_display_name": _("Type"),
        "standing.label": _("State"),
        "page.latest_revision_created_at": _("Updated"),
        "views": _("Views"),
        "downloads": _("Downloads"),
        "freshen_by": _("Look again by"),
        "page.full_url": _("Address"),
    }
    list_export = list(export_headings)

    def may_see(self) -> bool:
        """Show it to members of organisations."""
        return isinstance(self.request.user, User) and self.request.user.memberships.exists()

    def get_base_queryset(self) -> Any:
        """Return what is theirs."""
        return own_resources(self.person)

    def order_queryset(self, queryset: Any) -> Any:
        """Sort, the newest first among equals."""
        names = {"updated": "latest_revision_created_at"}
        name = self.ordering.removeprefix("-")
        sign = "-" if self.ordering.startswith("-") else ""
        return queryset.order_by(f"{sign}{names.get(name, name)}", "-latest_revision_created_at", "-pk")

    def rows_of(self, shown: Any) -> list[OwnResource]:
        """Return the pages with what is told about them."""
        return own_rows(shown)


def own_resources_urls() -> list[URLPattern]:
    """The page, and its list alone for Wagtail's filters."""
    return [
        path("my-resources/", OwnResourcesView.as_view(), name="own_resources"),
        path("my-resources/results/", OwnResourcesView.as_view(results_only=True), name="own_resources_results"),
    ]
