"""The result page against the bare request that it sends, and how many queries it takes."""

from collections.abc import Sequence

import urllib3
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode
from elasticsearch.serializer import NdjsonSerializer

from benchmarks.report import Line
from benchmarks.timing import Pair, seconds
from network.models import User
from search.access import VISITOR
from search.breaker import engine_breaker
from search.elasticsearch.query import page_query
from search.params import SearchParams

PAGE_GOAL, PAGE_P95_GOAL = 1.5, 2.0  # what Django, facets, labels and the template may cost on top of the server
VISITOR_QUERIES, MEMBER_QUERIES = 3, 6


def compare_page_with_its_request(size: int, asked: Sequence[str]) -> list[Line]:
    """Time the whole page through Django and the same request sent bare, in turn, after one round to warm both."""
    client, pool = Client(), urllib3.PoolManager()
    page = [lambda words=words: page_of(client, words) for words in asked]
    bare = [lambda body=body: send(pool, body) for body in map(body_of, asked)]
    for action in (*page, *bare):
        action()
    pair = Pair([], [])
    for ours, theirs in zip(page, bare, strict=True):
        pair.ours.append(seconds(ours))
        pair.theirs.append(seconds(theirs))
    detail = f"{len(asked)} questions; medians {median_ms(pair.ours)} and {median_ms(pair.theirs)} ms"
    return [
        Line("result page ÷ its bare request, median", size, pair.median_ratio, PAGE_GOAL, detail),
        Line("result page ÷ its bare request, 95th percentile", size, pair.p95_ratio, PAGE_P95_GOAL, detail),
    ]


def page_of(client: Client, words: str) -> None:
    """Ask for a page as a browser does; anything but an answer of the engine is an error."""
    response = client.get("/search/?" + urlencode({"q": words}), headers={"host": "127.0.0.1"})
    if response.status_code != 200 or engine_breaker.opened_at is not None:
        raise RuntimeError(f"The engine did not answer {words!r}")


def body_of(words: str) -> bytes:
    """Return the bytes that the page sends to the server."""
    searches = page_query(SearchParams(q=words), VISITOR).searches
    lines = [line for search in searches for line in ({"allow_partial_search_results": False}, search.to_dict())]
    return NdjsonSerializer().dumps(lines)


def send(pool: urllib3.PoolManager, body: bytes) -> bytes:
    """Send a request and read its answer without parsing it."""
    url = f"{settings.ELASTICSEARCH_URL}/{settings.ELASTICSEARCH_PREFIX}/_msearch"
    answer = pool.request("POST", url, body=body, headers={"content-type": "application/x-ndjson"})
    if answer.status != 200:
        raise RuntimeError(f"The server refused: {answer.data[:300]!r}")
    return answer.data


def median_ms(times: list[float]) -> str:
    """Return the median in milliseconds."""
    return f"{sorted(times)[len(times) // 2] * 1000:.1f}"


def count_queries(size: int, asked: Sequence[str]) -> list[Line]:
    """Count the SQL queries of a result page for a visitor and for a member."""
    member = Client()
    member.force_login(User.objects.create_user("bench@commonshelf.example"))
    detail = "SQL queries of one page, the most of all questions"
    return [
        Line("SQL queries, visitor", size, most_queries(Client(), asked), VISITOR_QUERIES, detail),
        Line("SQL queries, member", size, most_queries(member, asked), MEMBER_QUERIES, detail),
    ]


def most_queries(client: Client, asked: Sequence[str]) -> int:
    """Return the highest number of queries over some questions, after a page that fills what is kept per process."""
    page_of(client, asked[0])
    counts = []
    for words in asked[:20]:
        with CaptureQueriesContext(connection) as captured:
            page_of(client, words)
        counts.append(len(captured))
    return max(counts)
