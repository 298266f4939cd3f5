"""What indexes and aliases are called. The prefix in the settings keeps several sites on one server apart.

The read alias bears the version of the mapping. A field that an index does not know matches nothing without a word, so
an index of another version would give wrong answers; this way it gives none, and the database answers until a rebuild.
"""

from django.conf import settings

from search.elasticsearch.mapping import MAPPING_VERSION


def prefix() -> str:
    """Return the first part of every name."""
    return str(settings.ELASTICSEARCH_PREFIX)


def index_name(generation: str) -> str:
    """Return the index of a generation."""
    return f"{prefix()}-{generation}"


def generation_of(index: str) -> str:
    """Return the generation of an index."""
    return index.removeprefix(f"{prefix()}-")


def write_alias(generation: str) -> str:
    """Return the alias through which a generation is written."""
    return f"{index_name(generation)}.write"


def read_alias() -> str:
    """Return the alias that is searched."""
    return f"{prefix()}.v{MAPPING_VERSION}"


def every_read_alias() -> list[str]:
    """Return patterns for the read aliases of all versions, the first of which had none in its name."""
    return [prefix(), f"{prefix()}.v*"]
