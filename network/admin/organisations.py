"""Organisations in the CMS: a list with how many people each has."""

from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from network.organisations.models import OrganisationPage


class OrganisationIndexView(IndexView):
    """Organisations with their people and resources counted in the same query."""

    default_ordering = "title"

    def annotate_queryset(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        """Count members; ``numchild`` already counts what stands below."""
        counted: QuerySet[Any] = super().annotate_queryset(pages).annotate(people_count=Count("memberships"))
        return counted


def resources_below(page: Page) -> str:
    """Return how many resources stand in the section, as a link to them."""
    return format_html('<a href="{}">{}</a>', reverse("wagtailadmin_explore", args=[page.pk]), page.numchild)


class OrganisationListing(PageListingViewSet):
    """Every organisation that somebody may see in the CMS."""

    model = OrganisationPage
    name = "organisations"
    icon = "home"
    menu_label: Any = _("Organisations")
    index_view_class = OrganisationIndexView
    columns = [
        PageTitleColumn("title", label=_("Organisation"), sort_key="title", classname="title"),
        Column("home_region", label=_("Country")),
        Column("tier", label=_("Tier"), accessor="get_tier_display", sort_key="tier"),
        Column("trust", label=_("Trust"), accessor="get_trust_display", sort_key="trust"),
        Column("people_count", label=_("People")),
        Column("resources", label=_("Resources"), accessor=resources_below),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
