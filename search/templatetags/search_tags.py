"""What pages of the library and the network show of what search knows; they do not know search themselves."""

from functools import reduce
from typing import Any

from django import template
from django.http import HttpRequest
from django.template import Context
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from library.models import EventPage, ResourcePage
from network.models import OrganisationPage
from search.access import access_for
from search.browse.directory import Directory, place_name, read_directory
from search.browse.related import as_views, newest_of, related_to
from search.forms import SearchForm
from search.params import SearchParams, Sort
from search.presentation.addresses import DIRECTORY, search_url
from search.presentation.facet_markup import FacetMarkup
from search.presentation.facet_page import FacetPage
from search.presentation.facets import Filters
from search.presentation.filters_markup import filters_html
from search.presentation.hit_markup import hits_html, places_html
from search.presentation.hits import HitView
from search.presentation.inside import FileView
from search.presentation.pager import Pager, SortLink
from search.presentation.pager_markup import pager_html, sorts_html
from search.presentation.signs import sign
from search.visibility import visible
from search.vocabulary.kept import vocabulary_of

register = template.Library()

ORGANISATION_NEWEST = 8
TERM_FIELDS = {"topic": "topics", "region": "regions", "audience": "audiences"}


@register.simple_tag
def search_form(place: str, **chosen: str) -> SearchForm:
    """Return a search box bounded by facet values: ``{% search_form "page" topic=topic.slug as form %}``."""
    return SearchForm(_question(SearchParams(), chosen), prefix_id=place)


@register.simple_tag
def search_link(q: str = "", sort: Sort = "relevance", **chosen: str) -> str:
    """Return the address of a search: ``{% search_link topic="privacy" sort="newest" %}``."""
    return search_url(_question(SearchParams(q=q, sort=sort), chosen))


@register.simple_tag(takes_context=True)
def newest_resources(context: Context, organisation: OrganisationPage) -> dict[str, Any]:
    """Return ``total`` and the newest ``hits`` of an organisation, within the viewer's rights."""
    answer = newest_of(organisation.slug, access_for(_request(context)))
    return {"total": answer.total, "hits": as_views(answer, ORGANISATION_NEWEST)}


@register.simple_tag(takes_context=True)
def related_resources(context: Context, resource: ResourcePage) -> tuple[HitView, ...]:
    """Return resources on the same topics, within the viewer's rights."""
    request = _request(context)
    return related_to(resource, access_for(request), vocabulary_of(request))


@register.simple_tag(takes_context=True)
def visible_citations(context: Context, event: EventPage) -> list[ResourcePage]:
    """Return the resources an event is about, in its order, as far as the viewer may see them."""
    ids = [citation.resource_id for citation in event.cites.all()]
    found = visible(ResourcePage.objects.filter(pk__in=ids), access_for(_request(context)))
    return sorted(found, key=lambda resource: ids.index(resource.pk))


@register.simple_tag(takes_context=True)
def visible_origin(context: Context, resource: ResourcePage) -> ResourcePage | None:
    """Return what a resource is adapted from, if the viewer may see that."""
    if resource.adapted_from_id is None:
        return None
    origin = ResourcePage.objects.filter(pk=resource.adapted_from_id)
    found: ResourcePage | None = visible(origin, access_for(_request(context))).first()
    return found


@register.simple_tag(takes_context=True)
def resource_terms(context: Context, resource: ResourcePage, facet: str) -> list[tuple[str, str]]:
    """Return label and search address of a resource's topics, regions or audiences."""
    codes = [term.code if facet == "region" else term.slug for term in getattr(resource, TERM_FIELDS[facet]).all()]
    vocabulary, language = vocabulary_of(_request(context)), get_language() or "en"
    return [(vocabulary.label(facet, code, language), search_link(**{facet: code})) for code in codes]


@register.simple_tag(takes_context=True)
def organisation_directory(context: Context) -> Directory:
    """Return the part of the directory that the address asks for."""
    request = _request(context)
    return read_directory(request.GET, access_for(request))


@register.simple_tag
def directory_url() -> str:
    """Return the address of the directory of organisations, a page that stands once and for all."""
    return DIRECTORY


@register.simple_tag
def filter_groups(filters: Filters) -> SafeString:
    """Return everything that can be chosen, as sections."""
    return filters_html(filters)


@register.simple_tag
def facet_options(facet: FacetPage) -> SafeString:
    """Return the values of a facet's own page as a list of links."""
    return FacetMarkup().options(facet.facet, facet.options)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return a sign of the sprite; what ``components/icon.html`` gives, in a tenth of the time."""
    return SafeString(sign(name))


@register.simple_tag
def hit_items(hits: tuple[HitView, ...]) -> SafeString:
    """Return hits as items of a list."""
    return hits_html(hits)


@register.simple_tag
def page_links(pager: Pager) -> SafeString:
    """Return the links to other pages of an answer."""
    return pager_html(pager)


@register.simple_tag
def sort_links(sorts: tuple[SortLink, ...]) -> SafeString:
    """Return the links to other orders of an answer."""
    return sorts_html(sorts)


@register.simple_tag
def places_of(file: FileView) -> SafeString:
    """Return the places in a file as items of a list."""
    return places_html(file.places)


@register.filter
def region_name(code: str) -> str:
    """Return the name of a region in the reader's language."""
    return place_name(code)


def _question(params: SearchParams, chosen: dict[str, str]) -> SearchParams:
    return reduce(lambda question, value: question.with_value(*value), chosen.items(), params)


def _request(context: Context) -> HttpRequest:
    request: HttpRequest = context["request"]
    return request
