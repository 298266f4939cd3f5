"""The index: its typed fields and settings.

A resource's own texts stand under its language, as in ``text.nl.title``; all of them are copied to ``text.nl.all``,
of which questions are asked, and to a few fields that every language shares. What is highlighted keeps offsets, so
that nothing is analysed again for a page.

Passages of files are nested. Their words are copied to the resource (``text.nl.files``, ``file_words``), so that one
word may be in the title and another in the file. They are left out of the stored source, which is read for every hit
and would otherwise hold whole files: what a found passage shows is stored with the passage.
"""

from typing import Any

from elasticsearch.dsl import Document, Integer, Keyword, Long, Nested, Object, Text
from elasticsearch.dsl.utils import DslBase

from search.elasticsearch import analysis
from search.elasticsearch.fields import FILE_WORDS, GRAMS, LABELS, LABELS_OF_ANY_LANGUAGE, SPELLING, TITLES, WORDS
from search.languages import ANALYSED

MAPPING_VERSION = 5  # raise when an index has to be built anew to be understood
LONGEST_KEYWORD = 8_000  # characters; 32,766 bytes are the server's limit

Analysis = dict[str, Any]


def _analysis_of(language: str) -> Analysis:
    if language == analysis.OTHER:
        return {"analyzer": analysis.other_analyzer(), "search_analyzer": analysis.other_analyzer(query=True)}
    return {"analyzer": analysis.language_analyzer(language)}


def _texts(language: str) -> Object:
    """Return the fields for the texts of one language."""
    analysed = _analysis_of(language)
    highlighted = analysed | {"index_options": "offsets"}
    everything = [f"text.{language}.all", WORDS]
    searched = [*everything, GRAMS]
    fields: dict[str, Text] = {
        "title": Text(**highlighted, copy_to=[*searched, TITLES, "title_order"]),
        "summary": Text(**highlighted, copy_to=searched),
        "body": Text(**highlighted, norms=False, copy_to=searched),
        "parts": Text(**highlighted, norms=False, copy_to=searched),
        "all": Text(**analysed),
        "files": Text(**analysed, norms=False),
    }
    fields |= {name: Text(index=False, copy_to=[*everything, LABELS_OF_ANY_LANGUAGE]) for name in LABELS}
    return Object(properties=fields)


def _passage_text(language: str) -> Text:
    copies = [f"text.{language}.files", FILE_WORDS]
    return Text(**_analysis_of(language), index_options="offsets", norms=False, store=True, copy_to=copies)


def _of_every_language(make: Any) -> Object:
    return Object(properties={code: make(code) for code in (*ANALYSED, analysis.OTHER)})


def _passages() -> Nested:
    shown = {name: Keyword(index=False, ignore_above=LONGEST_KEYWORD) for name in ("name", "url", "unit", "label")}
    return Nested(
        properties={
            "text": _of_every_language(_passage_text),
            "file": Integer(index=False),
            "place": Integer(index=False),
            "language": Keyword(index=False),
            **shown,
        }
    )


def _words(*, query: bool = False) -> DslBase:
    return analysis.words_analyzer(query=query)


def _titles() -> Text:
    """Return the field of all titles: as words, and by the beginnings of words."""
    begun: Analysis = {
        "analyzer": analysis.beginnings_analyzer(),
        "search_analyzer": analysis.beginnings_analyzer(query=True),
    }
    fields = {"begun": Text(**begun, index_options="docs")}
    return Text(analyzer=_words(), search_analyzer=_words(query=True), fields=fields)


def _stored() -> Keyword:
    return Keyword(index=False, doc_values=False)


class ResourceIndex(Document):
    """One resource: texts, facets, what it is ordered by, and who may see it."""

    text = _of_every_language(_texts)
    labels = Text(analyzer=analysis.labels_analyzer(), search_analyzer=analysis.labels_analyzer(query=True))
    words = Text(analyzer=_words(), search_analyzer=_words(query=True))
    file_words = Text(analyzer=_words(), search_analyzer=_words(query=True), norms=False)
    titles = _titles()
    spelling = Text(analyzer=analysis.spelling_analyzer())
    grams = Text(analyzer=analysis.grams_analyzer(), index_options="freqs")
    passages = _passages()

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
    title_order = Keyword(normalizer=analysis.TITLE_ORDER, ignore_above=1000)

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
    body["mappings"] |= {"dynamic": "strict", "_meta": meta, "_source": {"excludes": ["passages", SPELLING]}}
    return body | {"aliases": {write_alias: {"is_hidden": True}}}
