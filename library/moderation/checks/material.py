"""What the checks look at: a page as it was sent, its texts, files and addresses, each read once and bounded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from itertools import chain
from typing import Final

from django.contrib.contenttypes.models import ContentType

from library.admin.references import references_of
from library.files.models import LibraryDocument, LibraryImage, Passage
from library.moderation.checks.texts import Piece, pieces_of
from library.resources.base import ResourcePage

MOST_PASSAGES: Final = 300  # of all files together; a report of 100 pages has about 200
MOST_OF_PASSAGE: Final = 5_000  # characters of one
MOST_ADDRESSES: Final = 200  # of one page

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'\[\]{}|\\^`]{3,2000}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Link:
    """An address on the web, and the field it stands in."""

    field: str
    url: str


class Material:
    """A page and what belongs to it. Nothing of it is read before it is asked for."""

    def __init__(self, page: ResourcePage) -> None:
        self.page = page

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The texts of the page, field by field."""
        return tuple(pieces_of(self.page))

    @cached_property
    def text(self) -> str:
        """The words of the page itself, without addresses and names of people."""
        return "\n".join(piece.text for piece in self.pieces if piece.field not in ("links", "people"))

    @cached_property
    def documents(self) -> tuple[LibraryDocument, ...]:
        """The files of the page, attached or linked to in its text; one SQL query beside those of the references."""
        attached = [file.document_id for file in self.page.files.all()]
        keys = dict.fromkeys([*attached, *self._referred_to(LibraryDocument)])
        found = LibraryDocument.objects.in_bulk([key for key in keys if key])
        return tuple(found[key] for key in keys if key in found)

    @cached_property
    def passages(self) -> tuple[Piece, ...]:
        """The texts inside the files, each with its place; one SQL query."""
        files = {document.pk: document for document in self.documents}
        found = Passage.objects.filter(document__in=files).order_by("document", "position")[:MOST_PASSAGES]
        return tuple(
            Piece(
                field="files",
                text=passage.text[:MOST_OF_PASSAGE],
                file=files[passage.document_id].title,
                place=passage.place,
                unit=files[passage.document_id].unit,
            )
            for passage in found
        )

    @cached_property
    def has_pictures(self) -> bool:
        """Whether there is a picture on the page."""
        return bool(self._referred_to(LibraryImage))

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The web addresses of the page, each once."""
        found = dict.fromkeys(chain.from_iterable(map(_links_in, self.pieces)))
        once = {link.url: link for link in reversed(found)}
        return tuple(reversed(once.values()))[:MOST_ADDRESSES]

    def _referred_to(self, model: type[LibraryDocument] | type[LibraryImage]) -> list[int]:
        content_type = ContentType.objects.get_for_model(model).pk
        return sorted(int(key) for found, key in self._references if found == content_type)

    @cached_property
    def _references(self) -> set[tuple[int, str]]:
        return references_of(self.page)


def _links_in(piece: Piece) -> Iterator[Link]:
    for found in _ADDRESS.finditer(unescape(piece.source)):
        yield Link(piece.field, found[0].rstrip(").,;:!?"))
