"""The results page, whole or as the part that changes in place."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.middleware import HtmxDetails

from search.access import access_for
from search.forms import SearchForm
from search.inside import places_inside, resource_to_look_inside
from search.params import FACETS, clean_text
from search.presentation import present
from search.presentation.facet_page import facet_page, values_named
from search.presentation.inside import present_inside
from search.presentation.my_languages import languages_of
from search.service import find
from search.vocabulary.kept import vocabulary_of


class HtmxRequest(HttpRequest):
    """A request with what django-htmx's middleware adds."""

    htmx: HtmxDetails


@require_safe
@cache_control(private=True, no_cache=True)
@vary_on_headers("HX-Request", "HX-History-Restore-Request", "Cookie")
def results(request: HtmxRequest) -> HttpResponse:
    """Answer the question in the address."""
    form = SearchForm.from_request(request)
    vocabulary = vocabulary_of(request)
    page = find(form.params, access_for(request), vocabulary)
    in_place = request.htmx and not request.htmx.history_restore_request
    template = "search/results.html#results" if in_place else "search/results.html"
    return render(request, template, {"results": present(page, vocabulary, languages_of(request))})


@require_safe
@cache_control(private=True, no_cache=True)
@vary_on_headers("HX-Request", "Cookie")
def facet(request: HtmxRequest, facet: str) -> HttpResponse:
    """List the values of one facet under the question in the address, those whose names have ``find``."""
    if facet not in FACETS:
        raise Http404
    vocabulary = vocabulary_of(request)
    params, named = SearchForm.from_request(request).params, clean_text(request.GET.get("find", ""))
    page = find(params, access_for(request), vocabulary, values_named(params, facet, named, vocabulary))
    values = facet_page(page, facet, named, vocabulary)
    template = "search/facet.html#found" if request.htmx else "search/facet.html"
    return render(request, template, {"values": values})


@require_safe
@cache_control(private=True, no_cache=True)
def inside(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show the places in the files of one resource that match."""
    access = access_for(request)
    resource = resource_to_look_inside(page_id, access)
    query = SearchForm.from_request(request).params.q
    found = places_inside(page_id, query, access)
    view = present_inside(resource, resource.get_url(request) or "", query, found)
    return render(request, "search/inside.html", {"inside": view})
