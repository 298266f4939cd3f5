"""The engine in force: chosen by settings, built once."""

from functools import cache

from django.conf import settings

from search.engine import Engine, IndexStore


@cache
def get_engine(name: str = "") -> Engine:
    """Return the engine of that name (``elasticsearch``, ``embedded``), by default the one in the settings."""
    if (name or settings.SEARCH_ENGINE) == "elasticsearch":
        from search.elasticsearch.engine import ElasticsearchEngine

        return ElasticsearchEngine()
    from search.embedded.engine import EmbeddedEngine

    return EmbeddedEngine()


@cache
def get_store(name: str = "") -> IndexStore:
    """Return the generations of the engine of that name, by default of the one in the settings."""
    if (name or settings.SEARCH_ENGINE) == "elasticsearch":
        from search.elasticsearch.store import ElasticsearchStore

        return ElasticsearchStore()
    from search.embedded.store import EmbeddedStore

    return EmbeddedStore()
