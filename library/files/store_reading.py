"""Storing what was found in a file, in place of what was found before."""

import uuid
from functools import partial

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import transaction
from django.utils import timezone

from library.admin.language_guess import guess_language
from library.files.models import LibraryDocument, Passage
from library.files.reading.outcome import Reading
from library.files.rights import pages_using
from library.languages import CODES
from library.resources.base import ResourcePage
from library.signals import resources_changed

BATCH = 500  # passages written together: a megabyte of text
SAMPLE = 20  # passages whose text shows the language; the first may be a title page in two


def store_reading(document: LibraryDocument, reading: Reading) -> bool:
    """Store what was found in a file, unless it was replaced, deleted or asked for again since it was claimed."""
    picture = _store_picture(document, reading)
    with transaction.atomic():
        current = LibraryDocument.objects.select_for_update().filter(
            pk=document.pk, state=document.state, file=document.file.name, claimed_at=document.claimed_at
        )
        stored = current.first()
        if stored is None:
            _delete_later(document, picture)
            return False
        if stored.first_page:
            _delete_later(document, stored.first_page.name)
        _replace_passages(document, reading)
        current.update(
            state=reading.ending.value,
            language=_language(reading),
            places=reading.places,
            unit=reading.unit,
            is_cut=reading.is_cut,
            read_at=timezone.now(),
            read_hash=stored.file_hash,
            first_page=picture,
            claimed_at=None,
            attempts=0,
        )
        tell_pages(document)
    return True


def tell_pages(document: LibraryDocument) -> None:
    """Say that what can be found in the pages that use a file has changed."""
    pages = ResourcePage.objects.filter(pk__in=pages_using(document).values("pk"))
    resources_changed.send(sender=ResourcePage, page_ids=list(pages.values_list("pk", flat=True)))


def forget_text(document: LibraryDocument) -> None:
    """Remove what was found in the former bytes of a file that was replaced."""
    if document.first_page:
        _delete_later(document, document.first_page.name)
        LibraryDocument.objects.filter(pk=document.pk).update(first_page="")
        document.first_page = ""
    Passage.objects.filter(document=document).delete()
    tell_pages(document)


def _replace_passages(document: LibraryDocument, reading: Reading) -> None:
    Passage.objects.filter(document=document).delete()
    passages = (
        Passage(document=document, position=position, place=found.place, label=found.label, text=found.text)
        for position, found in enumerate(reading.passages)
    )
    Passage.objects.bulk_create(passages, batch_size=BATCH)


def _language(reading: Reading) -> str:
    text = " ".join(passage.text for passage in reading.passages[:SAMPLE])
    code = guess_language(text)
    return code if code in CODES else ""


def _store_picture(document: LibraryDocument, reading: Reading) -> str:
    if not reading.picture:
        return ""
    name = LibraryDocument._meta.get_field("first_page").generate_filename(document, f"{uuid.uuid4().hex}.webp")
    return str(document.first_page.storage.save(name, ContentFile(reading.picture)))


def _delete_later(document: LibraryDocument, name: str | None) -> None:
    """Delete a picture once the row that named it is surely gone."""
    storage: Storage = document.first_page.storage
    if name:
        transaction.on_commit(partial(storage.delete, name))
