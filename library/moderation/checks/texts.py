"""The texts of a page, field by field, as a reader sees them and as they are stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from library.resources.base import ResourcePage

MOST_OF_FIELD: Final = 100_000  # characters; fifty printed pages
MOST_ROWS: Final = 200  # of one kind: links, people, recommendations


@dataclass(frozen=True, slots=True)
class Piece:
    """A text and where it stands: a field of the page, or a place in a file. ``source`` still has its markup."""

    field: str
    text: str
    source: str = ""
    file: str = ""
    place: int | None = None
    unit: str = ""


def pieces_of(page: ResourcePage) -> Iterator[Piece]:
    """Yield every text that a contributor wrote on a page."""
    for field in page._meta.concrete_fields:
        if field.name == "title" or not issubclass(Page, field.model):
            yield from _pieces(field.name, page, field)
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if relation.related_model._meta.app_label == page._meta.app_label:
            for row in list(getattr(page, name).all())[:MOST_ROWS]:
                for field in row._meta.concrete_fields:
                    yield from _pieces(name, row, field)


def _pieces(name: str, owner: models.Model, field: Any) -> Iterator[Piece]:
    value: Any = getattr(owner, field.attname)
    if not value or field.choices:
        return
    if isinstance(field, StreamField):
        yield from _pieces_of_body(name, value)
    elif isinstance(field, RichTextField):
        source = str(value)[:MOST_OF_FIELD]
        yield Piece(name, get_text_for_indexing(source), source)
    elif isinstance(field, models.URLField):
        yield Piece(name, "", str(value)[:MOST_OF_FIELD])
    elif isinstance(field, models.CharField | models.TextField):
        text = str(value)[:MOST_OF_FIELD]
        yield Piece(name, text, text)


def _pieces_of_body(name: str, body: Any) -> Iterator[Piece]:
    text = "\n".join(str(part) for part in body.stream_block.get_searchable_content(body))
    raw = " ".join(_strings(body.get_prep_value()))
    yield Piece(name, text[:MOST_OF_FIELD], raw[:MOST_OF_FIELD])


def _strings(value: Any) -> Iterator[str]:
    """Yield every string inside the stored form of a body."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
