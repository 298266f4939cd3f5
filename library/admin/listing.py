"""All resources in one list, to narrow by what they are about: where every usage count leads."""

from typing import Any

import django_filters
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.ui.tables.pages import (
    BulkActionsColumn,
    PageStatusColumn,
    PageTitleColumn,
    PageTypeColumn,
    ParentPageColumn,
)
from wagtail.admin.viewsets.pages import PageListingViewSet

from library.admin.references import choosable_pages
from library.languages import language_choices, language_name
from library.models import Audience, Licence, ResourcePage, Topic
from network.models import OrganisationPage, Region


def known_organisations(request: HttpRequest) -> Any:
    """Return the organisations that somebody may link to: no others are told of, and no others taken."""
    user: Any = request.user  # the list is for those who are logged in
    return OrganisationPage.objects.filter(pk__in=choosable_pages(user).values("pk")).order_by("title")


class OrganisationFilter(django_filters.ModelChoiceFilter):
    """Keeps what stands in the section of an organisation."""

    def filter(self, qs: Any, value: OrganisationPage | None) -> Any:
        """Narrow by the tree: an organisation is an ancestor, not a field."""
        return qs.descendant_of(value) if value else qs


class ResourceFilterSet(WagtailFilterSet):
    """What resources can be narrowed by."""

    organisation = OrganisationFilter(queryset=known_organisations, label=_("Organisation"))
    topics = django_filters.ModelChoiceFilter(
        queryset=Topic.objects.prefetch_related("labels").order_by("name"), label=_("Topic")
    )
    regions = django_filters.ModelChoiceFilter(
        queryset=Region.objects.prefetch_related("names").order_by("name"), label=_("Region")
    )
    audiences = django_filters.ModelChoiceFilter(
        queryset=Audience.objects.prefetch_related("labels").order_by("name"), label=_("Audience")
    )
    licence = django_filters.ModelChoiceFilter(queryset=Licence.objects.order_by("name"), label=_("Licence"))
    language = django_filters.ChoiceFilter(choices=language_choices, label=_("Language"))
    live = django_filters.BooleanFilter(label=_("Published"))

    class Meta:
        model = ResourcePage
        fields: list[str] = []


def language_of(page: ResourcePage) -> str:
    """Return the name of a resource's language in the editor's language."""
    return language_name(page.language)


class ResourceListing(PageListingViewSet):
    """The resources somebody may see in the CMS."""

    model = ResourcePage
    name = "resources"
    icon = "doc-full"
    menu_label: Any = _("Resources")
    filterset_class = ResourceFilterSet
    columns = [
        BulkActionsColumn("bulk_actions"),
        PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title"),
        ParentPageColumn("parent", label=_("Organisation")),
        PageTypeColumn("type", label=_("Type"), accessor="page_type_display_name", width="12%"),
        Column(
            "language", label=_("Language"), accessor=lambda page: language_name(page.language), sort_key="language"
        ),
        DateColumn("latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"),
        PageStatusColumn("status", label=_("Status"), sort_key="live"),
    ]
