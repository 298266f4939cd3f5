"""Writing in bulk: chunks of operations, two at a time, each operation with the version of its document."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from typing import Any

from elasticsearch import Elasticsearch

from search.document import ResourceDocument
from search.elasticsearch.client import translated_errors
from search.elasticsearch.source import source_of
from search.engine import EngineUnavailable, WriteFailure

CHUNK_DOCUMENTS = 250
CHUNK_CHARACTERS = 4_000_000  # of text; a server refuses 100 MB, and does better with less
THREADS = 2  # measured on two cores: 1,650 documents a second against 900 with one thread

Operations = list[dict[str, Any]]  # an action line, for an index action followed by the document
SUPERSEDED = 409  # an older version than the stored one: silence
NOT_FOUND = 404  # of a deletion: there was nothing
OVERLOADED = 429


def bulk_write(
    client: Elasticsearch, alias: str, documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int
) -> list[WriteFailure]:
    """Write through an alias and return what was refused. Raises ``EngineUnavailable`` when there is no answer.

    ``documents`` are read in the calling thread, which may be reading them from the database.
    """
    failures: list[WriteFailure] = []
    pending: deque[Future[list[WriteFailure]]] = deque()
    with ThreadPoolExecutor(THREADS) as pool:
        for chunk in chunks(documents, deletions, version):
            if len(pending) == THREADS:
                failures += pending.popleft().result()
            pending.append(pool.submit(_send, client, alias, chunk))
        while pending:
            failures += pending.popleft().result()
    return failures


def chunks(documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int) -> Iterator[Operations]:
    """Yield operations in chunks of bounded number and size."""
    chunk: Operations = []
    count = size = 0
    for operation, characters in chain(_index_operations(documents, version), _delete_operations(deletions, version)):
        if count == CHUNK_DOCUMENTS or (chunk and size + characters > CHUNK_CHARACTERS):
            yield chunk
            chunk, count, size = [], 0, 0
        chunk += operation
        count, size = count + 1, size + characters
    if chunk:
        yield chunk


def _index_operations(documents: Iterable[ResourceDocument], version: int) -> Iterator[tuple[Operations, int]]:
    for document in documents:
        action = {"index": _target(document.page_id, version)}
        yield [action, source_of(document)], len(document.body) + len(document.parts) + len(document.summary)


def _delete_operations(page_ids: Iterable[int], version: int) -> Iterator[tuple[Operations, int]]:
    for page_id in page_ids:
        yield [{"delete": _target(page_id, version)}], 0


def _target(page_id: int, version: int) -> dict[str, Any]:
    """Return which document, and that only the same or a higher version may replace or delete it."""
    return {"_id": str(page_id), "version": version, "version_type": "external_gte"}


def _send(client: Elasticsearch, alias: str, operations: Operations) -> list[WriteFailure]:
    with translated_errors():
        answer = client.bulk(index=alias, operations=operations, require_alias=True)
        outcomes = [(action, item) for entry in answer["items"] for action, item in entry.items()]
        return [failure for action, item in outcomes if (failure := _failure(action, item))]


def _failure(action: str, item: Mapping[str, Any]) -> WriteFailure | None:
    """Return what an operation was refused for; raises ``EngineUnavailable`` if the server could not do it now."""
    status = item["status"]
    if status < 300 or status == SUPERSEDED or (action == "delete" and status == NOT_FOUND and "error" not in item):
        return None
    reason = item["error"]["reason"]
    if status in (OVERLOADED, NOT_FOUND) or status >= 500:
        raise EngineUnavailable(f"Elasticsearch cannot write now, status {status}: {reason}")
    return WriteFailure(int(item["_id"]), _why(item["error"]))


def _why(error: Mapping[str, Any]) -> str:
    """Return the reason with its cause, which names the field."""
    cause = error.get("caused_by", {}).get("reason")
    return f"{error['reason']} ({cause})" if cause else str(error["reason"])
