"""Answers as Elasticsearch gives them, for tests without one."""

from typing import Any

from search.document import ResourceDocument
from search.elasticsearch.source import source_of
from search.params import COUNTED
from tests.contract.documents import document


def answer(*hits: dict[str, Any], total: int | None = None, **counts: dict[str, int]) -> dict[str, Any]:
    """Return the answer to a search, with counts for facets: ``type={"event": 3}``."""
    buckets = {name: [{"key": code, "doc_count": n} for code, n in counts.get(name, {}).items()] for name in COUNTED}
    return {
        "timed_out": False,
        "_shards": {"total": 1, "successful": 1, "skipped": 0, "failed": 0},
        "hits": {"total": {"value": len(hits) if total is None else total, "relation": "eq"}, "hits": list(hits)},
        "aggregations": {name: {"buckets": values} for name, values in buckets.items()},
        "status": 200,
    }


def hit(found: ResourceDocument | None = None, **highlight: str) -> dict[str, Any]:
    """Return one hit, with highlights: ``title="…"``."""
    resource = found or document(1, "Hospital")
    marked = {f"text.{resource.language}.{name}": [text] for name, text in highlight.items()}
    return {"_id": str(resource.page_id), "_score": 1.5, "_source": source_of(resource), "highlight": marked}
