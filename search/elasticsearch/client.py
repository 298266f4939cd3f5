"""The one client: built from the settings at first use, never at import; and what its errors mean."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import orjson
from django.conf import settings
from elastic_transport import JsonSerializer, NdjsonSerializer
from elasticsearch import ApiError, Elasticsearch, SerializationError, TransportError, UnsupportedProductError
from elasticsearch.helpers import ScanError

from search.engine import EngineUnavailable

NONSENSE = (ScanError, SerializationError, UnsupportedProductError, LookupError, TypeError, ValueError, AttributeError)


def get_client() -> Elasticsearch:
    """Return the client for the settings in force; the same one, with its open connections, as long as they are."""
    return _build_client(
        settings.ELASTICSEARCH_URL,
        settings.ELASTICSEARCH_API_KEY or None,
        settings.ELASTICSEARCH_CA_FILE or None,
        settings.SEARCH_TIMEOUT,
    )


class QuickJson(JsonSerializer):
    """Reads answers with orjson, in a third of the time; questions are written as before."""

    def json_loads(self, data: bytes) -> Any:
        """Return what a JSON text says; raises ``ValueError``."""
        return orjson.loads(data)


class QuickNdjson(NdjsonSerializer):
    """Writes documents with orjson, but for those it refuses, such as half of a surrogate pair."""

    def json_dumps(self, data: Any) -> bytes:
        """Return a line without its end."""
        try:
            return orjson.dumps(data)
        except TypeError:
            return super().json_dumps(data)


@cache
def _build_client(url: str, api_key: str | None, ca_file: str | None, timeout: float) -> Elasticsearch:
    """Build a client that asks once: asking again would double the time a visitor waits for the database's answer."""
    with translated_errors():
        options: dict[str, Any] = {"ca_certs": ca_file} if ca_file else {}
        serializers = {each.mimetype: each() for each in (QuickJson, QuickNdjson)}
        return Elasticsearch(
            url, api_key=api_key, request_timeout=timeout, max_retries=0, serializers=serializers, **options
        )


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn all that a server, or what stands in its place, can do wrong into ``EngineUnavailable``."""
    try:
        yield
    except ApiError as error:
        raise EngineUnavailable(f"Elasticsearch refused, status {error.status_code}: {error.message}") from error
    except NONSENSE as error:
        raise EngineUnavailable(f"What answered does not speak as Elasticsearch does: {error!r:.300}") from error
    except (TransportError, OSError) as error:
        raise EngineUnavailable(f"Elasticsearch does not answer: {error!s:.300}") from error
