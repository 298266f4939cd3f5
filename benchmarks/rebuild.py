"""The rebuild against the same documents sent as ready JSON by as many threads; and its memory."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import batched

from django.conf import settings
from elasticsearch.serializer import NdjsonSerializer

from benchmarks.report import Line
from benchmarks.requests import Sent
from benchmarks.timing import seconds
from search.elasticsearch.bulk import THREADS, chunks
from search.elasticsearch.store import ElasticsearchStore
from search.index.builder import build_documents
from search.index.predicate import indexable_ids

SPEED_GOAL = 0.7  # of the speed of the bare bulk; building documents from the database is what it may cost
RAW = "raw"
HELD = 20_000  # ready bodies in memory at once: 100,000 documents with their files' text are a gigabyte


def compare_rebuild_with_bulk(size: int) -> tuple[Line, float]:
    """Time a whole rebuild (build, write, check, swap) and the bare bulk; returns the rebuild's peak memory in MiB too.

    The rebuild runs in a process of its own, as the command does; making the ready bodies is not timed.
    """
    peak = 0.0

    def rebuild() -> None:
        nonlocal peak
        command = [sys.executable, "-m", "benchmarks.peak", "rebuild_index"]
        peak = float(subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1])

    starting = seconds(lambda: subprocess.run([sys.executable, "-m", "benchmarks.peak", "check"], check=True))
    ours = seconds(rebuild) - starting
    theirs = bulk_seconds()
    detail = f"{size / ours:,.0f} and {size / theirs:,.0f} documents/s, {THREADS} threads; peak {peak:.0f} MiB"
    return Line("rebuild ÷ bare bulk, speed", size, theirs / ours, SPEED_GOAL, detail, at_least=True), peak


def bulk_seconds() -> float:
    """Return how long the bare bulk takes, without the making of its bodies."""
    store = ElasticsearchStore()
    store.create(RAW)
    total = 0.0
    for ids in batched(indexable_ids().iterator(), HELD):
        bodies = ready_bodies(ids)
        total += seconds(partial(send_all, bodies))
    total += seconds(lambda: store.refresh(RAW))
    store.drop(RAW)
    return total


def ready_bodies(ids: tuple[int, ...]) -> list[Sent]:
    """Return the bulk requests, as the store would send them."""
    target = f"/{settings.ELASTICSEARCH_PREFIX}-{RAW}/_bulk"
    documents = (document for batch in batched(ids, 500) for document in build_documents(batch))
    return [Sent("POST", target, NdjsonSerializer().dumps(chunk)) for chunk in chunks(documents, (), 1)]


def send_all(bodies: list[Sent]) -> None:
    """Send every body with as many threads as the store uses."""

    def send(body: Sent) -> None:
        answer = body.again()
        if b'"errors":false' not in answer:
            raise RuntimeError(f"The server refused: {answer[:300]!r}")

    with ThreadPoolExecutor(THREADS) as workers:
        list(workers.map(send, bodies))
