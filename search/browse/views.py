"""Pages of topics and regions: what they are, what stands below them, what is newest in them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from library.models import Topic
from network.models import Region
from search.access import access_for
from search.browse.terms import CountedTerms, term_page
from search.params import SearchParams, clean_page
from search.service import find
from search.vocabulary.snapshot import get_vocabulary

CHILDREN_SHOWN = 24  # of each term in a list of two levels; the rest stands on the term's own page


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """List the tree of topics, two levels deep."""
    terms = CountedTerms("topic", find(SearchParams(), access_for(request)), get_vocabulary())
    return render(request, "search/browse/topics.html", {"terms": terms.two_levels(None, CHILDREN_SHOWN)})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one topic."""
    found = get_object_or_404(Topic, slug=slug)
    page = term_page("topic", found.slug, access_for(request), _page(request))
    return render(request, "search/browse/topic.html", {"topic": found, "page": page})


@require_safe
def regions(request: HttpRequest) -> HttpResponse:
    """List continents and what stands below them."""
    terms = CountedTerms("region", find(SearchParams(), access_for(request)), get_vocabulary())
    continents = terms.two_levels(terms.root(), CHILDREN_SHOWN)
    return render(request, "search/browse/regions.html", {"terms": continents})


@require_safe
def region(request: HttpRequest, code: str) -> HttpResponse:
    """Show one region."""
    found = get_object_or_404(Region, code=code)
    page = term_page("region", found.code, access_for(request), _page(request))
    return render(request, "search/browse/region.html", {"region": found, "page": page})


def _page(request: HttpRequest) -> int:
    return clean_page(request.GET.get("page", "1"))
