"""Portions: every page once, in order, and no more text in memory than is borne."""

from collections.abc import Callable, Iterable

import pytest

from library.models import Passage, ResourceFile, ResourcePage
from search.document import ResourceDocument
from search.index import drain, integrity, rebuild
from search.index import portions as module
from search.index.builder import build_documents
from search.index.drain import drain_queue
from search.index.portions import portions
from search.index.queue import queue_pages
from tests.factories import DocumentFactory, GuideFactory
from tests.fakes import MemoryStore

WAYS: dict[str, Callable[[], object]] = {
    "rebuild": rebuild.rebuild_index,
    "drain": drain_queue,
    "check": integrity.check_live_index,
}


@pytest.mark.django_db
def test_pages_with_much_text_come_in_smaller_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PASSAGES", 5)
    monkeypatch.setattr(module, "MOST_PAGES", 4)
    pages = [GuideFactory.create().pk for _ in range(6)]
    for page, count in zip(pages, (3, 3, 9, 0, 2, 2), strict=True):
        document = DocumentFactory.create()
        ResourceFile.objects.create(page_id=page, document=document)
        Passage.objects.bulk_create(
            Passage(document=document, position=n, place=n, text="Words.") for n in range(count)
        )
    assert list(portions(pages)) == [(pages[0],), (pages[1],), (pages[2],), (pages[3],), (pages[4], pages[5])]


@pytest.mark.django_db
@pytest.mark.parametrize("way", WAYS)
def test_nowhere_are_more_pages_held_than_a_portion(
    index: MemoryStore, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Also where thousands are changed at once, each with long files."""
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    GuideFactory.create_batch(5)
    drain_queue()
    held: list[int] = []

    def counting(ids: Iterable[int]) -> list[ResourceDocument]:
        held.append(len(set(ids)))
        return build_documents(ids)

    for user in (rebuild, drain, integrity):
        monkeypatch.setattr(user, "build_documents", counting)
    if way == "drain":
        queue_pages(ResourcePage.objects.values_list("pk", flat=True))
    WAYS[way]()
    assert (sum(held), max(held)) == (5, 2)


@pytest.mark.django_db
def test_pages_without_files_fill_a_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    assert list(portions(range(1, 6))) == [(1, 2), (3, 4), (5,)]
    assert list(portions([])) == []
