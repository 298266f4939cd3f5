"""What tests of files share."""

from collections.abc import Callable, Iterator

import pytest
from django.core.files.base import ContentFile

from library.models import LibraryDocument
from library.signals import resources_changed
from tests.factories import DocumentFactory
from tests.library.files import samples

type MakesFile = Callable[..., LibraryDocument]


@pytest.fixture
def make_file() -> MakesFile:
    """Return what makes an uploaded file that waits to be read: a PDF of one page, unless told otherwise."""

    def make(content: bytes = b"", name: str = "leaflet.pdf", **fields: object) -> LibraryDocument:
        stored = ContentFile(content or samples.pdf(samples.SENTENCE), name=name)
        made: LibraryDocument = DocumentFactory(file=stored, **fields)
        return LibraryDocument.objects.get(pk=made.pk)

    return make


@pytest.fixture
def told() -> Iterator[list[int]]:
    """Return the pages that are said to have changed, as they are said."""
    pages: list[int] = []

    def listen(page_ids: list[int], **kwargs: object) -> None:
        pages.extend(page_ids)

    resources_changed.connect(listen)
    yield pages
    resources_changed.disconnect(listen)
