"""Wagtail's own search, used as its documentation shows: one request a facet, objects from the database.

Its page is a view of the same site, in the same frame.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.urls import path
from wagtail.search import index
from wagtail.search.backends import get_search_backend

from benchmarks.pages import page_of
from benchmarks.report import Line
from benchmarks.timing import in_turn, median_ratio, milliseconds
from config.urls import urlpatterns
from library.models import ResourcePage

GOAL = 1.5
BACKEND = "stock"
FACETS = (
    "language",
    "year",
    "licence_id",
    "owner_id",
    "live",
    "content_type_id",
    "locale_id",
)  # what it can count: columns
TEMPLATE = """{% extends "base.html" %}{% block content %}<h1>{{ total }} resources</h1>
<ol>{% for hit in page %}<li><a href="{{ hit.url }}">{{ hit.title }}</a><p>{{ hit.summary }}</p></li>{% endfor %}</ol>
{% for name, values in facets.items %}<h2>{{ name }}</h2>
<ul>{% for value, count in values.items %}<li>{{ value }} {{ count }}</li>{% endfor %}</ul>{% endfor %}{% endblock %}"""


def configure_stock() -> None:
    """Add a search backend of Wagtail's beside the site's own, on the same server, with columns to count."""
    options: dict[str, Any] = {
        "BACKEND": "wagtail.search.backends.elasticsearch8",
        "URLS": [settings.ELASTICSEARCH_URL],
        "INDEX_PREFIX": f"{settings.ELASTICSEARCH_PREFIX}-stock_",
        "TIMEOUT": 60,
        "AUTO_UPDATE": False,
    }
    settings.WAGTAILSEARCH_BACKENDS[BACKEND] = options
    known = {field.field_name for field in ResourcePage.search_fields if isinstance(field, index.FilterField)}
    ResourcePage.search_fields += [index.FilterField(name) for name in ("year", "licence") if name not in known]


def measure_stock(size: int, asked: Sequence[str]) -> list[Line]:
    """Time the stock page and ours in turn; the stock index is built first and removed afterwards."""
    backend = get_search_backend(BACKEND)
    call_command("wagtail_update_index", backend_name=BACKEND, chunk_size=1000, verbosity=0)
    client = Client()
    with override_settings(ROOT_URLCONF=stock_urls(backend)):
        stock = [partial(page_of, client, words, "/stock/") for words in asked]
        theirs, ours = in_turn(stock, [partial(page_of, client, words) for words in asked])
    remove(backend)
    detail = f"{1 + 1 + len(FACETS)} requests a page; {milliseconds(theirs)} and {milliseconds(ours)}"
    return [
        Line(
            "Wagtail's stock search page ÷ ours, median", size, median_ratio(theirs, ours), GOAL, detail, at_least=True
        )
    ]


def stock_urls(backend: Any) -> tuple[Any, ...]:
    """Return the site's addresses, and one more for a page of results as Wagtail's documentation makes one."""
    template = engines["django"].from_string(TEMPLATE)

    def results(request: HttpRequest) -> HttpResponse:
        found = backend.search(request.GET["q"], ResourcePage.objects.live().public(), operator="or")
        paginator = Paginator(found, 20)
        facets = {name: found.facet(name) for name in FACETS}
        page = paginator.get_page(request.GET.get("page"))
        shown = {"total": paginator.count, "page": page.object_list, "facets": facets}
        return HttpResponse(template.render(shown, request))

    return (path("stock/", results), *urlpatterns)


def remove(backend: Any) -> None:
    """Delete the stock indexes."""
    for name in backend.es.indices.get(index=f"{settings.ELASTICSEARCH_PREFIX}-stock_*"):
        backend.es.indices.delete(index=name)
