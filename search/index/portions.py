"""Portions: as many pages at a time as memory bears, for files of a thousand pages are texts of megabytes."""

from collections.abc import Collection, Iterable, Iterator
from itertools import batched

from django.db.models import Count

from library.models import ResourceFile

MOST_PAGES = 500  # read and written together
MOST_PASSAGES = 10_000  # of their files; a passage has up to 2,000 characters, so 20 MB


def portions(page_ids: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Yield page ids in their order, in portions of pages and passages. A page with more passages comes by itself."""
    for batch in batched(page_ids, MOST_PAGES):
        passages = _passages_of(batch)
        if sum(passages.values()) <= MOST_PASSAGES:
            yield batch
        else:
            yield from _split(batch, passages)


def _passages_of(page_ids: Collection[int]) -> dict[int, int]:
    rows = ResourceFile.objects.filter(page__in=page_ids).order_by().values_list("page")
    return dict(rows.annotate(passages=Count("document__passages")))


def _split(page_ids: Iterable[int], passages: dict[int, int]) -> Iterator[tuple[int, ...]]:
    portion: list[int] = []
    held = 0
    for page_id in page_ids:
        size = passages.get(page_id, 0)
        if portion and held + size > MOST_PASSAGES:
            yield tuple(portion)
            portion, held = [], 0
        portion.append(page_id)
        held += size
    yield tuple(portion)
