"""A resource's document as it is stored in Elasticsearch, and back."""

from collections.abc import Mapping
from typing import Any

from search.document import Passage, ResourceDocument
from search.elasticsearch.analysis import language_field
from search.elasticsearch.fields import LABELS, OWN_TEXTS, SPELLING


def source_of(document: ResourceDocument) -> dict[str, Any]:
    """Return what is stored: texts under their language, and what filters and comparisons need besides."""
    stored = document.to_dict()
    texts = {name: stored.pop(name) for name in (*OWN_TEXTS, *LABELS)}
    return stored | {
        "text": {language_field(document.language): texts},
        "passages": [_passage_source(passage, document.language) for passage in document.passages],
        SPELLING: None if document.restrictions else document.title,
        "has_file": "yes" if document.files else None,
        "restriction_count": len(set(document.restrictions)),
        "fingerprint": document.fingerprint,
    }


def _passage_source(passage: Passage, language: str) -> dict[str, Any]:
    """Return a passage with its text under its file's language, or the resource's where that is not known."""
    return {
        "text": {language_field(passage.language or language): passage.text},
        "file": passage.file,
        "name": passage.name,
        "url": passage.url,
        "unit": passage.unit,
        "place": passage.place,
        "label": passage.label,
        "language": passage.language,
    }


def document_from(source: Mapping[str, Any]) -> ResourceDocument:
    """Return the document that was stored, as far as it was asked for.

    Raises ``LookupError``, ``TypeError`` or the like for anything else.
    """
    (texts,) = source["text"].values()
    return ResourceDocument.from_dict({"body": "", "parts": "", **source, **texts})
