"""The generations of the index in Elasticsearch: physical indexes, one read alias, a write alias for each.

A write names the write alias and requires one, so that a late write never brings back a deleted index by creating it
anew. The read alias moves from one index to another in one step.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from json import dumps
from typing import Any

from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.helpers import scan

from search.document import ResourceDocument
from search.elasticsearch.bulk import bulk_write
from search.elasticsearch.client import get_client, translated_errors
from search.elasticsearch.mapping import MAPPING_VERSION, index_body
from search.elasticsearch.names import every_read_alias, generation_of, index_name, prefix, read_alias, write_alias
from search.elasticsearch.results import ENGINE
from search.engine import SCRATCH, StoreCondition, WriteFailure
from search.signature import digest

WRITE_TIMEOUT = 20.0  # seconds; a chunk takes one or two, and an editor may be waiting for the first to fail
SCAN_SIZE = 5_000  # fingerprints fetched at once: some 500 KB


def _client() -> Elasticsearch:
    return get_client().options(request_timeout=WRITE_TIMEOUT)


def _meta(mapping: Mapping[str, Any]) -> dict[str, Any]:
    meta: dict[str, Any] = mapping["mappings"].get("_meta", {})
    return meta


class ElasticsearchStore:
    """An ``IndexStore``; the prefix in the settings keeps several sites on one server apart."""

    engine = ENGINE
    version = str(MAPPING_VERSION)
    writes_at_once = 3  # 0.7 of the speed of the bare bulk, against 0.6 with one: none ends while the server idles

    @cached_property
    def signature(self) -> str:
        """Return a digest of the settings, which hold the analysis, and of the mapping, for any prefix."""
        return digest([dumps(index_body("", ""), sort_keys=True)])

    def condition(self) -> StoreCondition:
        """Ask for the server's version and the index behind the read alias, with the patience of a search."""
        with translated_errors():
            client = get_client()
            server = f"Elasticsearch {client.info()['version']['number']}"
            try:
                mappings = client.indices.get_mapping(index=read_alias()).body
            except NotFoundError:
                return StoreCondition(server, None)
            ((index, mapping),) = mappings.items()
            documents = client.count(index=index)["count"]
            return StoreCondition(server, generation_of(index), documents, _meta(mapping).get("signature", ""))

    def create(self, name: str) -> None:
        """Make an empty generation."""
        body = index_body(prefix(), write_alias(name))
        body["mappings"]["_meta"]["signature"] = self.signature
        with translated_errors():
            _client().indices.create(index=index_name(name), **body)

    def write(
        self, name: str, documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int
    ) -> list[WriteFailure]:
        """Add, replace and delete; returns what was refused."""
        return bulk_write(_client(), write_alias(name), documents, deletions, version)

    def refresh(self, name: str) -> None:
        """Make everything written so far visible to searches."""
        with translated_errors():
            _client().indices.refresh(index=index_name(name))

    def promote(self, name: str) -> None:
        """Let searches go to this generation from now on, in one step; also aliases of other versions go."""
        with translated_errors():
            _client().indices.update_aliases(
                actions=[
                    {"remove": {"indices": [f"{prefix()}-*"], "aliases": every_read_alias(), "must_exist": False}},
                    {"add": {"index": index_name(name), "alias": read_alias()}},
                ]
            )

    def live(self) -> str | None:
        """Return the generation that the read alias points to."""
        with translated_errors():
            try:
                indexes = list(_client().indices.get_alias(name=read_alias()).body)
            except NotFoundError:
                return None
            return generation_of(indexes[0]) if indexes else None

    def names(self) -> list[str]:
        """Return every generation of this prefix; those of a longer prefix say in their mapping that they are not."""
        with translated_errors():
            mappings = _client().indices.get_mapping(index=f"{prefix()}-*").body
            own = [index for index, mapping in mappings.items() if _meta(mapping).get("prefix") == prefix()]
            return sorted(name for name in map(generation_of, own) if not name.startswith(SCRATCH))

    def drop(self, name: str) -> None:
        """Delete a generation; nothing happens if it is not there."""
        with translated_errors():
            _client().indices.delete(index=index_name(name), ignore_unavailable=True)

    def fingerprints(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield ``(page id, fingerprint)`` of every document, from a snapshot taken at the first."""
        with translated_errors():
            hits = scan(_client(), index=index_name(name), size=SCAN_SIZE, _source=["fingerprint"])
            for hit in hits:
                yield int(hit["_id"]), hit["_source"]["fingerprint"]
