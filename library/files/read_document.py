"""Reading an uploaded file: claimed by one process, read, and what was found is stored with it."""

import logging
from datetime import timedelta
from typing import Final

from django.conf import settings
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from library.files.models import LibraryDocument
from library.files.read_upload import read_upload
from library.files.reading.outcome import Ending, Reading
from library.files.states import FileState
from library.files.store_reading import store_reading

MOST_ATTEMPTS: Final = 3  # a file at which the worker itself has died so often is left alone
GRACE: Final = 20  # seconds beyond the limit of reading, after which whoever has claimed a file must have died

logger = logging.getLogger(__name__)


def is_waiting() -> bool:
    """Tell whether a file waits that nobody reads."""
    return _claimable().exists()


def read_next() -> bool:
    """Read the file that has waited longest; return whether there was one."""
    waiting = _claimable().order_by("attempts", "pk").values_list("pk", flat=True).first()
    return waiting is not None and read_document(waiting)


def read_document(document_id: int) -> bool:
    """Read a file that waits, and store what was found; return whether it was ours to read.

    A file is ours for as long as reading takes at most: two processes do not read it at once, and one that dies leaves
    it to the next. What goes wrong with the file's store is logged, and tried again after that time.
    """
    document = _claim(document_id)
    if document is None:
        return False
    if document.attempts > MOST_ATTEMPTS:
        store_reading(document, Reading(Ending.TOO_LARGE))
        return True
    try:
        reading = _read(document)
    except Exception:  # of whatever store the files are in
        logger.exception("File %s could not be opened; it is tried again", document_id)
    else:
        store_reading(document, reading)
    return True


def _claimable() -> QuerySet[LibraryDocument]:
    lapsed = timezone.now() - timedelta(seconds=settings.FILES_READ_SECONDS + GRACE)
    free = Q(claimed_at__isnull=True) | Q(claimed_at__lt=lapsed)
    found: QuerySet[LibraryDocument] = LibraryDocument.objects.filter(free, state=FileState.WAITING)
    return found


def _claim(document_id: int) -> LibraryDocument | None:
    """Return the file if it waits and nobody else reads it."""
    claimed = _claimable().filter(pk=document_id).update(claimed_at=timezone.now(), attempts=F("attempts") + 1)
    return LibraryDocument.objects.filter(pk=document_id).first() if claimed else None


def _read(document: LibraryDocument) -> Reading:
    storage, name = document.file.storage, document.file.name
    if not name or not storage.exists(name):
        return Reading(Ending.DAMAGED)
    with storage.open(name, "rb") as file:
        return read_upload(file, document.file_extension)
