"""Hits as shown: the stored document in words, without a query."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation import ngettext

from library.languages import language_name, text_direction
from search.document import ResourceDocument
from search.engine import Highlighted, Hit
from search.presentation.labels import Labels, type_label

REGIONS_NAMED = 2  # a guide for twelve countries would fill the line


@dataclass(frozen=True, slots=True)
class HitView:
    """One hit in the reader's words; title and snippet keep the language and direction of the resource.

    ``meta`` is what stands below the title, in order: organisation, places, year, language, number of files.
    ``snippet`` is empty where it would repeat the title.
    """

    document: ResourceDocument
    title: Highlighted
    snippet: Highlighted
    type_label: str
    language_name: str
    direction: str
    meta: tuple[str, ...]


def hit_views(hits: Iterable[Hit], labels: Labels) -> tuple[HitView, ...]:
    """Return the hits in their order."""
    words = _Words(labels)
    return tuple(_hit_view(hit, words) for hit in hits)


class _Words:
    """The names that twenty hits have in common, each looked up once a page."""

    def __init__(self, labels: Labels) -> None:
        self.type = cache(type_label)
        self.language = cache(language_name)
        self.place = cache(labels.namer("region"))


def _hit_view(hit: Hit, words: _Words) -> HitView:
    document = hit.document
    return HitView(
        document,
        hit.title,
        hit.snippet if _text(hit.snippet) != _text(hit.title) else (),
        words.type(document.type),
        words.language(document.language),
        text_direction(document.language),
        tuple(filter(None, _meta(document, words))),
    )


def _text(fragments: Highlighted) -> str:
    return "".join([fragment.text for fragment in fragments])


def _meta(document: ResourceDocument, words: _Words) -> Iterator[str]:
    yield document.organisation_title
    yield from (words.place(code) for code in document.region_tags[:REGIONS_NAMED])
    yield str(document.year or "")
    yield words.language(document.language)
    if document.files:
        yield ngettext("%(files)s file", "%(files)s files", document.files) % {"files": document.files}
