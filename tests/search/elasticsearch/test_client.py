"""What is said when something else than a healthy Elasticsearch answers, or nothing does."""

import json
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import pytest
from pytest_django import Settings

from search.access import VISITOR
from search.elasticsearch.client import _build_client, get_client
from search.elasticsearch.engine import ElasticsearchEngine
from search.elasticsearch.store import ElasticsearchStore
from search.engine import Ask, EngineUnavailable
from search.params import SearchParams
from search.question.ask import ask
from tests.contract.documents import document
from tests.search.elasticsearch.answers import answer

JSON = "application/vnd.elasticsearch+json; compatible-with=8"
Reply = tuple[int, str, bytes]
Serve = Callable[[Reply], "Loopback"]


class Loopback(ThreadingHTTPServer):
    """A server that gives everyone the same reply, and counts."""

    daemon_threads = True

    def __init__(self, reply: Reply) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply, self.requests, self.silence = reply, 0, Event()
        self.silence.set()


class Handler(BaseHTTPRequestHandler):
    """Replies as the server says, and calls itself Elasticsearch unless the content is HTML."""

    protocol_version = "HTTP/1.1"
    server: Loopback

    def _reply(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.requests += 1
        self.server.silence.wait(10)
        status, content_type, body = self.server.reply
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        if content_type != "text/html":
            self.send_header("X-Elastic-Product", "Elasticsearch")
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PUT = do_DELETE = _reply  # noqa: N815  # the names http.server asks for

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve(settings: Settings) -> Iterator[Serve]:
    """Put a server with one reply in Elasticsearch's place.

    Ports come round again, so the client of an earlier server, closed by now, must not be the next one's.
    """
    settings.SEARCH_TIMEOUT = 30
    servers: list[Loopback] = []

    def start(reply: Reply) -> Loopback:
        server = Loopback(reply)
        servers.append(server)
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        settings.ELASTICSEARCH_URL = f"http://127.0.0.1:{server.server_port}"
        return server

    yield start
    get_client().close()
    _build_client.cache_clear()
    for server in servers:
        server.silence.set()
        server.shutdown()
        server.server_close()


def as_json(content: Any, status: int = 200) -> Reply:
    """Return a reply that carries JSON."""
    return status, JSON, json.dumps(content).encode()


def search() -> object:
    """Ask a question."""
    return ElasticsearchEngine().search([Ask(SearchParams(q="hospital"), ask("hospital"))], VISITOR)


def responses(*changes: dict[str, Any]) -> Reply:
    """Return two whole answers, hits and facets, with changes in the first ones."""
    answers = [answer() | change for change in changes] + [answer()] * (2 - len(changes))
    return as_json({"took": 1, "responses": answers})


NONSENSE: dict[str, Reply] = {
    "a page of a proxy": (200, "text/html", b"<html>Welcome</html>"),
    "an error page of a proxy": (502, "text/html", b"<html>Bad Gateway</html>"),
    "broken JSON": (200, JSON, b'{"responses": ['),
    "no bytes": (200, JSON, b""),
    "a text": (200, "text/plain", b"hello"),
    "null": as_json(None),
    "a list": as_json([1, 2]),
    "nothing in it": as_json({}),
    "responses are a text": as_json({"responses": "abc"}),
    "too few responses": as_json({"responses": [answer()]}),
    "an empty response": as_json({"responses": [{}, {}]}),
    "responses that are numbers": as_json({"responses": [1, 2]}),
    "no hits": responses({"hits": {}}),
    "a total in words": responses({"hits": {"total": {"value": "many"}, "hits": []}}),
    "a hit without a source": responses({"hits": {"total": {"value": 1}, "hits": [{"_id": "1"}]}}),
    "a source of something else": responses({"hits": {"total": {"value": 1}, "hits": [{"_source": {"text": {}}}]}}),
    "no facets": responses({}, {"aggregations": {}}),
    "a failed shard": responses({"_shards": {"failed": 1}}),
    "an error in one": responses({"error": {"reason": "boom"}}),
    "no such index": as_json({"error": {"type": "index_not_found_exception", "reason": "no such index"}}, 404),
    "not allowed in": as_json({"error": {"reason": "missing authentication credentials"}}, 401),
    "overloaded": as_json({"error": {"reason": "rejected execution"}}, 429),
    "broken": as_json({"error": {"reason": "boom"}}, 500),
    "not ready": as_json({"error": "no master"}, 503),
}


@pytest.mark.parametrize("reply", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_no_answer_and_is_asked_for_once(serve: Serve, reply: Reply) -> None:
    server = serve(reply)
    with pytest.raises(EngineUnavailable):
        search()
    assert server.requests == 1


def test_a_page_is_one_request(serve: Serve) -> None:
    server = serve(responses())
    search()
    assert server.requests == 1


def test_nobody_there_is_said_in_words(settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    with pytest.raises(EngineUnavailable, match="does not answer"):
        search()


@pytest.mark.parametrize("url", ["", "nonsense", "http://", "http://127.0.0.1:nine"])
def test_an_address_that_is_none_is_said_in_words(settings: Settings, url: str) -> None:
    settings.ELASTICSEARCH_URL = url
    with pytest.raises(EngineUnavailable):
        search()


def test_a_silent_server_is_left_after_the_time_in_the_settings(serve: Serve, settings: Settings) -> None:
    settings.SEARCH_TIMEOUT = 0.2
    server = serve(responses())
    server.silence.clear()
    start = time.monotonic()
    with pytest.raises(EngineUnavailable, match="does not answer"):
        search()
    assert time.monotonic() - start < 2
    assert server.requests == 1


BULK_FAULTS: dict[str, Reply] = {
    "nothing in it": as_json({}),
    "items that are none": as_json({"errors": True, "items": [1]}),
    "an item without a status": as_json({"errors": False, "items": [{"index": {"_id": "1"}}]}),
    "the queue is full": as_json({"items": [{"index": {"_id": "1", "status": 429, "error": {"reason": "full"}}}]}),
    "the shard is away": as_json({"items": [{"index": {"_id": "1", "status": 503, "error": {"reason": "away"}}}]}),
    "the index is gone": as_json({"items": [{"delete": {"_id": "1", "status": 404, "error": {"reason": "gone"}}}]}),
    "a page of a proxy": (200, "text/html", b"<html>Welcome</html>"),
    "broken": as_json({"error": {"reason": "boom"}}, 500),
}


@pytest.mark.parametrize("reply", BULK_FAULTS.values(), ids=BULK_FAULTS.keys())
def test_a_write_that_is_not_acknowledged_is_not_taken_for_done(serve: Serve, reply: Reply) -> None:
    serve(reply)
    with pytest.raises(EngineUnavailable):
        ElasticsearchStore().write("resources", [document(1)], [], version=1)


def test_a_refused_document_is_named_with_the_cause(serve: Serve) -> None:
    error = {"reason": "failed to parse", "caused_by": {"reason": "field [year]"}}
    serve(as_json({"errors": True, "items": [{"index": {"_id": "7", "status": 400, "error": error}}]}))
    (failure,) = ElasticsearchStore().write("resources", [document(7)], [], version=1)
    assert (failure.page_id, failure.message) == (7, "failed to parse (field [year])")


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.create("resources"),
        lambda store: store.refresh("resources"),
        lambda store: store.promote("resources"),
        lambda store: store.drop("resources"),
        lambda store: store.live(),
        lambda store: store.names(),
        lambda store: list(store.fingerprints("resources")),
    ],
    ids=["create", "refresh", "promote", "drop", "live", "names", "fingerprints"],
)
@pytest.mark.parametrize("reply", [NONSENSE["a page of a proxy"], NONSENSE["broken"]], ids=["a proxy", "broken"])
def test_every_verb_of_the_store_says_when_there_is_no_answer(
    serve: Serve, reply: Reply, ask: Callable[[ElasticsearchStore], object]
) -> None:
    serve(reply)
    with pytest.raises(EngineUnavailable):
        ask(ElasticsearchStore())


def test_the_client_is_built_once_for_the_same_settings(settings: Settings) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:2"
    first = get_client()
    assert get_client() is first
    settings.ELASTICSEARCH_API_KEY = "a2V5"
    assert get_client() is not first


def test_a_missing_certificate_file_is_said_in_words(settings: Settings) -> None:
    settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_CA_FILE = "https://127.0.0.1:2", "/nowhere/ca.pem"
    with pytest.raises(EngineUnavailable):
        search()
