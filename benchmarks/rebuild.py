"""The rebuild against the same documents sent to the server as ready JSON, by as many threads."""

from concurrent.futures import ThreadPoolExecutor
from itertools import batched

import urllib3
from django.conf import settings
from elasticsearch.serializer import NdjsonSerializer

from benchmarks.report import Line
from benchmarks.timing import seconds
from search.elasticsearch.bulk import THREADS, chunks
from search.elasticsearch.store import ElasticsearchStore
from search.index.builder import build_documents
from search.index.predicate import indexable_resources
from search.index.rebuild import rebuild_index

SPEED_GOAL = 0.7  # of the speed of the bare bulk; building documents from the database is what it may cost
RAW = "raw"


def compare_rebuild_with_bulk(size: int) -> list[Line]:
    """Time a whole rebuild (build, write, check, swap) and the bare bulk of the same documents."""
    rebuild_index()  # warms the server and makes the covers' sizes
    ours = seconds(rebuild_index)
    bodies = ready_bodies()
    store = ElasticsearchStore()
    store.create(RAW)
    theirs = seconds(lambda: send_all(bodies))
    store.drop(RAW)
    detail = f"{size / ours:,.0f} and {size / theirs:,.0f} documents/s, {THREADS} threads"
    return [Line("rebuild ÷ bare bulk, speed", size, theirs / ours, SPEED_GOAL, detail, at_least=True)]


def ready_bodies() -> list[bytes]:
    """Return the bodies of the bulk requests, as the store would send them."""
    ids = indexable_resources().order_by("pk").values_list("pk", flat=True)
    documents = [document for batch in batched(ids, 500) for document in build_documents(batch)]
    return [NdjsonSerializer().dumps(chunk) for chunk in chunks(documents, (), 1)]


def send_all(bodies: list[bytes]) -> None:
    """Send every body with as many threads as the store uses."""
    pool = urllib3.PoolManager(maxsize=THREADS)
    url = f"{settings.ELASTICSEARCH_URL}/{settings.ELASTICSEARCH_PREFIX}-{RAW}/_bulk"

    def send(body: bytes) -> None:
        answer = pool.request("POST", url, body=body, headers={"content-type": "application/x-ndjson"})
        if answer.status != 200 or b'"errors":false' not in answer.data:
            raise RuntimeError(f"The server refused: {answer.data[:300]!r}")

    with ThreadPoolExecutor(THREADS) as workers:
        list(workers.map(send, bodies))
