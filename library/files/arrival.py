"""What happens when a file arrives, is replaced or goes; Wagtail saves files in too many places to tell us each."""

from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_save, pre_delete

from library.files.models import LibraryDocument
from library.files.read_document import read_document
from library.files.states import FileState
from library.files.store_reading import forget_text


def connect() -> None:
    """Connect every receiver; called once when the app is ready."""
    post_save.connect(file_saved, sender=LibraryDocument)
    pre_delete.connect(file_goes, sender=LibraryDocument)


def file_saved(instance: LibraryDocument, created: bool, raw: bool = False, **kwargs: Any) -> None:
    """A file that waits is read after the commit, here or by the worker; what its former bytes said goes at once."""
    if raw or instance.state != FileState.WAITING:
        return
    if not created and not instance.read_hash:
        forget_text(instance)
    read_soon(instance)


def file_goes(instance: LibraryDocument, **kwargs: Any) -> None:
    """The text of a deleted file goes with it, and the pages that use it in their text are told."""
    forget_text(instance)


def read_soon(document: LibraryDocument) -> None:
    """Have a file that waits read: after the commit in this process, or by the worker."""
    if settings.FILES_READ == "immediate":
        transaction.on_commit(partial(_read_now, document))


def _read_now(document: LibraryDocument) -> None:
    read_document(document.pk)
    document.refresh_from_db(fields=list(document.READING_FIELDS))
