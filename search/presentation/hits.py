"""Hits as shown: the stored document in words, without a query."""

from collections.abc import Iterable
from dataclasses import dataclass

from library.languages import language_name, text_direction
from search.document import ResourceDocument
from search.engine import Highlighted, Hit
from search.presentation.labels import Labels, type_label

REGIONS_NAMED = 2  # a guide for twelve countries would fill the line


@dataclass(frozen=True, slots=True)
class HitView:
    """One hit in the reader's words; title and snippet keep the language and direction of the resource."""

    document: ResourceDocument
    title: Highlighted
    snippet: Highlighted
    type_label: str
    language_name: str
    direction: str
    places: tuple[str, ...]


def hit_views(hits: Iterable[Hit], labels: Labels) -> tuple[HitView, ...]:
    """Return the hits in their order."""
    return tuple(_hit_view(hit, labels) for hit in hits)


def _hit_view(hit: Hit, labels: Labels) -> HitView:
    document = hit.document
    return HitView(
        document,
        hit.title,
        hit.snippet,
        type_label(document.type),
        language_name(document.language),
        text_direction(document.language),
        tuple(labels.of("region", code) for code in document.region_tags[:REGIONS_NAMED]),
    )
