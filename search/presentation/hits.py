"""Hits as shown: the stored document in words, without a query."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from django.utils.translation import ngettext

from library.languages import text_direction
from search.document import ResourceDocument
from search.engine import PASSAGES_SHOWN, Highlighted, Hit
from search.presentation.addresses import inside_url
from search.presentation.labels import Labels
from search.presentation.places import PlaceView, place_view

REGIONS_NAMED = 2  # a guide for twelve countries would fill the line


@dataclass(frozen=True, slots=True)
class HitView:
    """One hit in the reader's words; title and snippet keep the language and direction of the resource.

    ``meta`` is what stands below the title, in order: organisation, places, year, language, number of files.
    ``snippet`` is empty where it would repeat the title. ``places`` are the best ones in its files; ``more_places``
    says how many there are besides, all of them at ``inside_url``.
    """

    document: ResourceDocument
    title: Highlighted
    snippet: Highlighted
    type_label: str
    language_name: str
    direction: str
    meta: tuple[str, ...]
    places: tuple[PlaceView, ...] = ()
    more_places: int = 0
    inside_url: str = ""


def hit_views(hits: Iterable[Hit], labels: Labels, query: str = "") -> tuple[HitView, ...]:
    """Return the hits of a query in their order."""
    words = _Words(labels)
    return tuple(_hit_view(hit, words, query) for hit in hits)


class _Words:
    """The names that twenty hits have in common, each looked up once a page."""

    def __init__(self, labels: Labels) -> None:
        self.type = labels.namer("type")
        self.language = labels.namer("language")
        self.place = cache(labels.namer("region"))
        self.files = cache(_files)


def _hit_view(hit: Hit, words: _Words, query: str) -> HitView:
    document = hit.document
    places = tuple(place_view(found, document.language) for found in hit.passages[:PASSAGES_SHOWN])
    more = hit.places - len(places)
    return HitView(
        document,
        hit.title,
        hit.snippet if _text(hit.snippet) != _text(hit.title) else (),
        words.type(document.type),
        words.language(document.language),
        text_direction(document.language),
        tuple(filter(None, _meta(document, words))),
        places,
        more if more > 0 else 0,
        inside_url(document.page_id, query) if more > 0 else "",
    )


def _text(fragments: Highlighted) -> str:
    return "".join([fragment.text for fragment in fragments])


def _meta(document: ResourceDocument, words: _Words) -> Iterator[str]:
    yield document.organisation_title
    yield from (words.place(code) for code in document.region_tags[:REGIONS_NAMED])
    yield str(document.year or "")
    yield words.language(document.language)
    if document.files:
        yield words.files(document.files)


def _files(number: int) -> str:
    return ngettext("%(files)s file", "%(files)s files", number) % {"files": number}
