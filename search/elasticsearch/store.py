"""The generations of the index in Elasticsearch: physical indexes, one read alias, a write alias for each.

A write names the write alias and requires one, so that a late write never brings back a deleted index by creating it
anew. The read alias bears the prefix of the settings; it moves from one index to another in one step.
"""

from collections.abc import Iterable, Iterator

from django.conf import settings
from elasticsearch import Elasticsearch, NotFoundError
from elasticsearch.helpers import scan

from search.document import ResourceDocument
from search.elasticsearch.bulk import bulk_write
from search.elasticsearch.client import get_client, translated_errors
from search.elasticsearch.mapping import index_body
from search.elasticsearch.results import ENGINE
from search.engine import SCRATCH, WriteFailure

WRITE_TIMEOUT = 20.0  # seconds; a chunk takes one or two, and an editor may be waiting for the first to fail
SCAN_SIZE = 5_000  # fingerprints fetched at once: some 500 KB


def _prefix() -> str:
    return settings.ELASTICSEARCH_PREFIX


def _index(name: str) -> str:
    return f"{_prefix()}-{name}"


def _write_alias(name: str) -> str:
    return f"{_index(name)}.write"


def _client() -> Elasticsearch:
    return get_client().options(request_timeout=WRITE_TIMEOUT)


class ElasticsearchStore:
    """An ``IndexStore``; the prefix in the settings keeps several sites on one server apart."""

    engine = ENGINE

    def create(self, name: str) -> None:
        """Make an empty generation."""
        with translated_errors():
            _client().indices.create(index=_index(name), **index_body(_prefix(), _write_alias(name)))

    def write(
        self, name: str, documents: Iterable[ResourceDocument], deletions: Iterable[int], version: int
    ) -> list[WriteFailure]:
        """Add, replace and delete; returns what was refused."""
        return bulk_write(_client(), _write_alias(name), documents, deletions, version)

    def refresh(self, name: str) -> None:
        """Make everything written so far visible to searches."""
        with translated_errors():
            _client().indices.refresh(index=_index(name))

    def promote(self, name: str) -> None:
        """Let searches go to this generation from now on, in one step."""
        with translated_errors():
            _client().indices.update_aliases(
                actions=[
                    {"remove": {"index": f"{_prefix()}-*", "alias": _prefix(), "must_exist": False}},
                    {"add": {"index": _index(name), "alias": _prefix()}},
                ]
            )

    def live(self) -> str | None:
        """Return the generation that the read alias points to."""
        with translated_errors():
            try:
                indexes = list(_client().indices.get_alias(name=_prefix()).body)
            except NotFoundError:
                return None
            return indexes[0].removeprefix(f"{_prefix()}-") if indexes else None

    def names(self) -> list[str]:
        """Return every generation of this prefix; those of a longer prefix say in their mapping that they are not."""
        with translated_errors():
            mappings = _client().indices.get_mapping(index=f"{_prefix()}-*").body
            own = [i for i, found in mappings.items() if found["mappings"].get("_meta", {}).get("prefix") == _prefix()]
            names = (index.removeprefix(f"{_prefix()}-") for index in own)
            return sorted(name for name in names if not name.startswith(SCRATCH))

    def drop(self, name: str) -> None:
        """Delete a generation; nothing happens if it is not there."""
        with translated_errors():
            _client().indices.delete(index=_index(name), ignore_unavailable=True)

    def fingerprints(self, name: str) -> Iterator[tuple[int, str]]:
        """Yield ``(page id, fingerprint)`` of every document, from a snapshot taken at the first."""
        with translated_errors():
            hits = scan(_client(), index=_index(name), size=SCAN_SIZE, _source=["fingerprint"])
            for hit in hits:
                yield int(hit["_id"]), hit["_source"]["fingerprint"]
