"""The files of a batch of pages, with the passages that were read in them."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import batched

from library.models import FileState, LibraryDocument, Passage, ResourceFile
from search.document import Passage as IndexedPassage

Places = list[tuple[int, str, str]]  # place, label, text
KEYS = 500  # in one condition; databases take some thousands


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a page: its title, and its passages as they are indexed."""

    title: str
    passages: tuple[IndexedPassage, ...] = ()


def attachments_of(page_ids: Collection[int]) -> Mapping[int, tuple[Attachment, ...]]:
    """Return the files by page id, in the order they were given. Two queries, the second for the passages.

    A file that waits to be read again has none: what it said before it was replaced is not found.
    """
    rows = ResourceFile.objects.filter(page__in=page_ids).order_by("sort_order", "pk").select_related("document")
    documents = {row.document_id: row.document for row in rows}
    places = _places([pk for pk, document in documents.items() if document.state == FileState.READ])
    attached = {pk: _attachment(document, places.get(pk, [])) for pk, document in documents.items()}
    found: dict[int, tuple[Attachment, ...]] = defaultdict(tuple)
    for row in rows:
        found[row.page_id] += (attached[row.document_id],)
    return found


def _places(documents: Collection[int]) -> Mapping[int, Places]:
    found: dict[int, Places] = defaultdict(list)
    for keys in batched(documents, KEYS):
        rows = Passage.objects.filter(document__in=keys).order_by("document", "position")
        for document, place, label, text in rows.values_list("document_id", "place", "label", "text"):
            found[document].append((place, label, text))
    return found


def _attachment(document: LibraryDocument, places: Places) -> Attachment:
    url, unit = document.url, str(document.unit)
    return Attachment(
        document.title,
        tuple(
            IndexedPassage(document.pk, document.title, url, unit, place, text, label, document.language)
            for place, label, text in places
        ),
    )
