"""Portions: every page once, in order, and no more text in memory than is borne."""

import pytest

from library.models import Passage, ResourceFile
from search.index import portions as module
from search.index.portions import portions
from tests.factories import DocumentFactory, GuideFactory


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
def test_pages_without_files_fill_a_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    assert list(portions(range(1, 6))) == [(1, 2), (3, 4), (5,)]
    assert list(portions([])) == []
