"""The engine in force: chosen by settings, built once."""

from functools import cache

from django.conf import settings

from search.engine import Engine, IndexStore
from search.ranking import SITE, Ranking


@cache
def get_engine(name: str = "") -> Engine:
    """Return the engine of that name (``elasticsearch``, ``embedded``), by default the one in the settings."""
    return build_engine(name)


def build_engine(name: str = "", generation: str | None = None, ranking: Ranking = SITE) -> Engine:
    """Return a new engine; one that asks another generation than the live one, or ranks otherwise, is for measuring."""
    if (name or settings.SEARCH_ENGINE) == "elasticsearch":
        from search.elasticsearch.engine import ElasticsearchEngine

        return ElasticsearchEngine(generation, ranking)
    from search.embedded.engine import EmbeddedEngine

    return EmbeddedEngine(generation, ranking)


@cache
def get_store(name: str = "") -> IndexStore:
    """Return the generations of the engine of that name, by default of the one in the settings."""
    if (name or settings.SEARCH_ENGINE) == "elasticsearch":
        from search.elasticsearch.store import ElasticsearchStore

        return ElasticsearchStore()
    from search.embedded.store import EmbeddedStore

    return EmbeddedStore()
