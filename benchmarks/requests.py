"""The requests that a page sends to Elasticsearch: recorded as they leave, then sent again bare."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

import elastic_transport
import urllib3
from django.conf import settings

from search.elasticsearch.bulk import THREADS

POOL = urllib3.PoolManager(maxsize=THREADS)  # as many at once as the bulk has


@dataclass(frozen=True, slots=True)
class Sent:
    """One request: its target and its bytes."""

    method: str
    target: str
    body: bytes

    def again(self) -> bytes:
        """Send it and read the answer without looking into it; raises ``RuntimeError`` when it is refused."""
        kind = "application/x-ndjson" if self.body.endswith(b"\n") else "application/json"
        headers = {"content-type": kind}
        answer = POOL.request(self.method, settings.ELASTICSEARCH_URL + self.target, body=self.body, headers=headers)
        if answer.status != 200:
            raise RuntimeError(f"The server refused: {answer.data[:300]!r}")
        return answer.data


@contextmanager
def recorded() -> Iterator[list[Sent]]:
    """Record every request that leaves meanwhile."""
    sent: list[Sent] = []
    send = elastic_transport.Urllib3HttpNode.perform_request

    def note(node: Any, method: str, target: str, body: bytes | None = None, *args: Any, **kwargs: Any) -> Any:
        sent.append(Sent(method, target, body or b""))
        return send(node, method, target, body, *args, **kwargs)

    with patch.object(elastic_transport.Urllib3HttpNode, "perform_request", note):
        yield sent


def requests_of(action: Callable[[], object]) -> list[Sent]:
    """Return what an action sends."""
    with recorded() as sent:
        action()
    return sent


def lean(page: Sent) -> Sent:
    """Return the same query under the same rights for 20 titles and nothing else: the first search, stripped."""
    lines = [json.loads(line) for line in page.body.splitlines()]
    search = {key: value for key, value in lines[1].items() if key in {"query", "rescore", "sort", "from", "size"}}
    body = without_inner_hits(search) | {"_source": ["text.*.title"]}
    return Sent("POST", page.target.replace("_msearch", "_search"), json.dumps(body).encode())


def without_inner_hits(part: Any) -> Any:
    """Return a query that finds the same and tells nothing about where."""
    if isinstance(part, dict):
        return {key: without_inner_hits(value) for key, value in part.items() if key != "inner_hits"}
    return [without_inner_hits(item) for item in part] if isinstance(part, list) else part
