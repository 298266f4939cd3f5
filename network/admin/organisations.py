"""Organisations in the CMS: a list with how many people each has."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from network.organisations.models import OrganisationPage
from network.organisations.running import may_see_people
from network.organisations.standing import may_set_standing


class OrganisationIndexView(IndexView):
    """Organisations with their people and resources counted in the same query."""

    default_ordering = "title"

    def annotate_queryset(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        """Count members; ``numchild`` already counts what stands below."""
        counted: QuerySet[Any] = super().annotate_queryset(pages).annotate(people_count=Count("memberships"))
        return counted


def people_of(page: Any) -> str:
    """Return how many people belong to it, as a link to them."""
    return format_html('<a href="{}">{}</a>', reverse("organisation_people", args=[page.pk]), page.people_count)


def resources_below(page: Page) -> str:
    """Return how many resources stand in the section, as a link to them."""
    return format_html('<a href="{}">{}</a>', reverse("wagtailadmin_explore", args=[page.pk]), page.numchild)


def organisation_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Lead from the page of an organisation in the CMS to its people and its standing."""
    if not isinstance(page, OrganisationPage) or page.pk is None:
        return
    if may_see_people(user, page):
        address = reverse("organisation_people", args=[page.pk])
        yield Button(_("People"), address, icon_name="group", priority=70)
    if may_set_standing(user, page):
        address = reverse("organisation_standing", args=[page.pk])
        yield Button(_("Standing"), address, icon_name="crosshairs", priority=71)


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
        Column("people_count", label=_("People"), accessor=people_of),
        Column("resources", label=_("Resources"), accessor=resources_below),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
