"""The index: its typed fields and settings.

A resource's own texts stand under its language, as in ``text.nl.title``; all of them are copied to ``text.nl.all``,
of which questions are asked. Fields that are highlighted keep offsets, so that nothing is analysed again for a page.
"""

from typing import Any

from elasticsearch.dsl import Document, Integer, Keyword, Long, Object, Text
from elasticsearch.dsl.utils import DslBase

from search.elasticsearch.analysis import (
    OTHER,
    TITLE_ORDER,
    labels_analyzer,
    language_analyzer,
    other_analyzer,
    words_analyzer,
)
from search.languages import ANALYSED

MAPPING_VERSION = 2  # raise when an index has to be built anew to be understood
OWN_TEXTS = ("title", "summary", "body", "parts")
LABELS = ("topic_labels", "region_names", "organisation_title", "people")


def _texts(language: str, analyzer: DslBase, search_analyzer: DslBase | None = None) -> Object:
    """Return the fields for the texts of one language."""
    analysis: dict[str, Any] = {"analyzer": analyzer, "search_analyzer": search_analyzer or analyzer}
    everything = [f"text.{language}.all", "words"]
    highlighted = analysis | {"index_options": "offsets"}
    fields: dict[str, Text] = {
        "title": Text(**highlighted, copy_to=[*everything, "title_order"]),
        "summary": Text(**highlighted, copy_to=everything),
        "body": Text(**highlighted, norms=False, copy_to=everything),
        "parts": Text(**highlighted, norms=False, copy_to=everything),
        "all": Text(**analysis),
    }
    fields |= {name: Text(index=False, copy_to=[*everything, "labels"]) for name in LABELS}
    return Object(properties=fields)


def _every_language() -> Object:
    texts = {code: _texts(code, language_analyzer(code)) for code in ANALYSED}
    return Object(properties=texts | {OTHER: _texts(OTHER, other_analyzer(), other_analyzer(query=True))})


def _stored() -> Keyword:
    return Keyword(index=False, doc_values=False)


class ResourceIndex(Document):
    """One resource: texts, facets, what it is ordered by, and who may see it."""

    text = _every_language()
    labels = Text(analyzer=labels_analyzer(), search_analyzer=labels_analyzer(query=True))
    words = Text(analyzer=words_analyzer(), index_options="freqs")  # of every text, for similar words

    type = Keyword()
    topics = Keyword()
    topic_tags = Keyword()
    regions = Keyword()
    region_tags = Keyword()
    language = Keyword()
    audiences = Keyword()
    levels = Keyword()
    organisation = Keyword()
    licence = Keyword()
    year = Keyword()
    files = Integer()
    has_file = Keyword()

    page_id = Long()
    original = Long()
    uses = Integer()
    published_at = Keyword()  # ISO 8601 in UTC sorts as text, and an empty one is no error
    starts_on = Keyword()
    title_order = Keyword(normalizer=TITLE_ORDER, ignore_above=1000)

    restrictions = Keyword()
    restriction_count = Integer()

    url = _stored()
    cover_url = _stored()
    fingerprint = Keyword(index=False)

    class Index:
        """One shard (enough for some 100,000 resources) keeps scores comparable and counts exact."""

        settings = {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "refresh_interval": "1s",
            "gc_deletes": "1h",  # how long a deletion is remembered, against an older write that comes late
        }


def index_body(prefix: str, write_alias: str) -> dict[str, Any]:
    """Return what an index is created with: settings, mappings and the alias that writes go through."""
    body: dict[str, Any] = ResourceIndex._index.to_dict()
    meta = {"prefix": prefix, "version": MAPPING_VERSION}
    body["mappings"] |= {"dynamic": "strict", "_meta": meta}
    return body | {"aliases": {write_alias: {"is_hidden": True}}}
