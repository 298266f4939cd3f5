"""Pages of topics and regions: what they are, what stands below them, what is newest in them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from library.models import Topic
from network.models import Region
from search.access import access_for
from search.browse.terms import counted_children, term_page
from search.params import SearchParams
from search.service import find
from search.vocabulary.snapshot import get_vocabulary


@require_safe
def topics(request: HttpRequest) -> HttpResponse:
    """List the tree of topics, two levels deep."""
    answer = find(SearchParams(), access_for(request))
    terms = counted_children("topic", None, answer, get_vocabulary(), levels=2)
    return render(request, "search/browse/topics.html", {"terms": terms})


@require_safe
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one topic."""
    found = get_object_or_404(Topic, slug=slug)
    page = term_page("topic", found.slug, access_for(request))
    return render(request, "search/browse/topic.html", {"topic": found, "page": page})


@require_safe
def regions(request: HttpRequest) -> HttpResponse:
    """List continents and what stands below them."""
    vocabulary = get_vocabulary()
    answer = find(SearchParams(), access_for(request))
    roots = vocabulary.children("region", None)
    terms = counted_children("region", roots[0].code if roots else None, answer, vocabulary, levels=2)
    return render(request, "search/browse/regions.html", {"terms": terms})


@require_safe
def region(request: HttpRequest, code: str) -> HttpResponse:
    """Show one region."""
    found = get_object_or_404(Region, code=code)
    page = term_page("region", found.code, access_for(request))
    return render(request, "search/browse/region.html", {"region": found, "page": page})
