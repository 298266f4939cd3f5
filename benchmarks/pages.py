"""The result page against the bare request that it sends, that against a lean one, and its SQL queries."""

from collections.abc import Sequence
from functools import partial

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.http import urlencode

from benchmarks.report import Line
from benchmarks.requests import lean, requests_of
from benchmarks.timing import Times, in_turn, median_ratio, milliseconds, p95
from network.models import User
from search.breaker import engine_breaker

PAGE_GOAL, PAGE_P95_GOAL = 1.5, 2.0  # what Django, facets, labels and the template may cost on top of the server
LEAN_GOAL = 3.0
VISITOR_QUERIES, MEMBER_QUERIES = 3, 6


def measure_pages(size: int, asked: Sequence[str]) -> tuple[list[Line], Times]:
    """Time the whole page, its request sent bare, and the lean request; returns the page's times too.

    Only questions whose page takes one round trip have a bare request to compare with; the others are told.
    """
    client = Client()
    sent = {words: requests_of(partial(page_of, client, words)) for words in asked}
    single = [words for words in asked if len(sent[words]) == 1]
    pages = [partial(page_of, client, words) for words in single]
    bare = [sent[words][0].again for words in single]
    slim = [lean(sent[words][0]).again for words in single]
    ours, theirs, leanest = in_turn(pages, bare, slim)
    detail = (
        f"{len(single)} of {len(asked)} questions (one round trip); {milliseconds(ours)} and {milliseconds(theirs)}"
    )
    lean_detail = f"{milliseconds(theirs)} and {milliseconds(leanest)}"
    return [
        Line("result page ÷ its bare request, median", size, median_ratio(ours, theirs), PAGE_GOAL, detail),
        Line("result page ÷ its bare request, 95th percentile", size, p95(ours) / p95(theirs), PAGE_P95_GOAL, detail),
        Line("bare request ÷ lean request, median", size, median_ratio(theirs, leanest), LEAN_GOAL, lean_detail),
    ], ours


def page_of(client: Client, words: str, address: str = "/search/") -> None:
    """Ask for a page as a browser does; anything but an answer of the engine is an error."""
    response = client.get(f"{address}?{urlencode({'q': words})}", headers={"host": "127.0.0.1"})
    if response.status_code != 200 or engine_breaker.opened_at is not None:
        raise RuntimeError(f"The engine did not answer {words!r}")


def count_queries(size: int, asked: Sequence[str]) -> list[Line]:
    """Count the SQL queries of a result page for a visitor and for a member."""
    member = Client()
    member.force_login(User.objects.get_or_create(email="bench@commonshelf.example")[0])
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
