"""The text of attached files in documents: only what is read, for every page that uses the file, and up to date."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.files.base import ContentFile
from django.test import override_settings
from pytest_django import DjangoAssertNumQueries

from library.models import FileState, LibraryDocument, Passage, ResourceFile
from search.document import Passage as IndexedPassage
from search.index.attachments import attachments_of
from search.index.builder import build_documents
from tests.factories import DocumentFactory, GuideFactory
from tests.fakes import MemoryStore

pytestmark = pytest.mark.django_db


def a_read_file(*texts: str) -> LibraryDocument:
    document = DocumentFactory.create(title="Consent form")
    LibraryDocument.objects.filter(pk=document.pk).update(state=FileState.READ, unit="page", language="en")
    Passage.objects.bulk_create(
        Passage(document=document, position=n, place=n + 1, text=text) for n, text in enumerate(texts)
    )
    document.refresh_from_db()
    return document


def test_passages_come_with_their_place_file_and_address() -> None:
    document = a_read_file("Ask first.", "Then film.")
    guide = GuideFactory.create()
    ResourceFile.objects.create(page=guide, document=document)
    (built,) = build_documents([guide.pk])
    assert built.files == 1
    assert built.passages == (
        IndexedPassage(document.pk, "Consent form", document.url, "page", 1, "Ask first.", "", "en"),
        IndexedPassage(document.pk, "Consent form", document.url, "page", 2, "Then film.", "", "en"),
    )


def test_the_title_of_a_file_is_searched_even_when_nothing_in_it_can_be_read() -> None:
    guide = GuideFactory.create()
    ResourceFile.objects.create(page=guide, document=DocumentFactory.create(title="Scanned poster"))
    (built,) = build_documents([guide.pk])
    assert built.passages == ()
    assert "Scanned poster" in built.parts


def test_a_file_on_two_pages_is_in_both_in_the_order_of_each() -> None:
    first, second = a_read_file("One."), a_read_file("Two.")
    guides = [GuideFactory.create(), GuideFactory.create()]
    for guide, files in zip(guides, ((first, second), (second, first)), strict=True):
        for place, document in enumerate(files):
            ResourceFile.objects.create(page=guide, document=document, sort_order=place)
    texts = [[passage.text for passage in built.passages] for built in build_documents([page.pk for page in guides])]
    assert texts == [["One.", "Two."], ["Two.", "One."]]


@pytest.mark.parametrize("state", [state for state in FileState if state != FileState.READ])
def test_a_file_that_is_not_read_says_nothing(state: FileState) -> None:
    document = a_read_file("Old words.")
    guide = GuideFactory.create()
    ResourceFile.objects.create(page=guide, document=document)
    LibraryDocument.objects.filter(pk=document.pk).update(state=state)
    (built,) = build_documents([guide.pk])
    assert built.passages == ()


@override_settings(FILES_READ="worker")
def test_a_replaced_file_leaves_the_index_at_once(
    index: MemoryStore, committed: Callable[[], AbstractContextManager[object]]
) -> None:
    document = a_read_file("Old words.")
    guide = GuideFactory.create()
    with committed():
        ResourceFile.objects.create(page=guide, document=document)
        guide.save_revision().publish()
        document.save()
    assert [passage.text for passage in index.documents()[guide.pk].passages] == ["Old words."]
    with committed():
        document.file = ContentFile(b"New words.", name="new.txt")
        document.save()
    assert index.documents()[guide.pk].passages == ()


def test_a_new_title_of_a_file_reaches_its_pages(
    index: MemoryStore, committed: Callable[[], AbstractContextManager[object]]
) -> None:
    document = a_read_file("Words.")
    guide = GuideFactory.create()
    with committed():
        guide.save_revision().publish()
        ResourceFile.objects.create(page=guide, document=document)
        document.title = "Form for consent"
        document.save()
    assert index.documents()[guide.pk].passages[0].name == "Form for consent"


def test_queries_do_not_grow_with_pages_and_files(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    guides = [GuideFactory.create() for _ in range(3)]
    for guide in guides:
        ResourceFile.objects.create(page=guide, document=a_read_file("Words."))
    with django_assert_num_queries(2):
        attachments_of([guide.pk for guide in guides])
