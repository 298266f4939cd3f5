"""An uploaded file is read once, stored with what was found, and read anew when it is replaced."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.core.management import call_command
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from library.files.read_again import read_again
from library.files.read_document import read_document, read_next
from library.files.reading.outcome import Ending, FoundPassage, Reading
from library.files.store_reading import store_reading
from library.models import LibraryDocument, Passage
from tests.factories import CaseStudyFactory
from tests.library.files import samples
from tests.library.files.conftest import MakesFile

pytestmark = pytest.mark.django_db

CASES = {
    "read": ("leaflet.pdf", samples.pdf(samples.SENTENCE)),
    "password": ("leaflet.pdf", samples.pdf("x", password="secret", owner="owner")),
    "no_text": ("leaflet.pdf", samples.drawing()),
    "damaged": ("leaflet.pdf", samples.pdf(samples.SENTENCE)[:200]),
    "too_large": (
        "leaflet.docx",
        samples.packed({f"{number}.xml": "" for number in range(10_001)} | {"word/document.xml": ""}),
    ),
    "unsupported": ("leaflet.docx", samples.xlsx()),
}


def fresh(document: LibraryDocument) -> LibraryDocument:
    return LibraryDocument.objects.get(pk=document.pk)


def texts(document: LibraryDocument) -> list[str]:
    return list(document.passages.values_list("text", flat=True))


def replace(document: LibraryDocument, text: str) -> None:
    document.file = ContentFile(samples.pdf(text), name="other.pdf")
    document.save()


@pytest.mark.parametrize("state", CASES)
def test_a_file_ends_in_the_state_that_it_deserves(state: str, make_file: MakesFile) -> None:
    name, content = CASES[state]
    document = make_file(content, name)
    assert document.state == "waiting"
    read_document(document.pk)
    document = fresh(document)
    assert document.state == state
    assert document.read_at
    assert bool(texts(document)) == (state == "read")


def test_what_was_found_is_stored(make_file: MakesFile) -> None:
    dutch = [
        "Vraag altijd eerst toestemming voordat je filmt in de wachtkamer.",
        "Leg uit waarvoor je de opname gebruikt.",
    ]
    document = make_file(samples.pdf(*dutch))
    read_document(document.pk)
    document = fresh(document)
    assert (document.language, document.places, document.unit, document.is_cut) == ("nl", 2, "page", False)
    assert document.read_hash == document.get_file_hash()
    assert list(document.passages.values_list("position", "place", "text")) == [(0, 1, dutch[0]), (1, 2, dutch[1])]
    assert document.first_page.read(4) == b"RIFF"
    document.first_page.close()


def test_reading_again_finds_the_same_and_leaves_no_picture_behind(
    make_file: MakesFile, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    document = make_file()
    read_document(document.pk)
    first = str(fresh(document).first_page.name)
    read_again(fresh(document))
    assert fresh(document).state == "waiting"
    assert texts(document) == [samples.SENTENCE]
    with django_capture_on_commit_callbacks(execute=True):
        read_document(document.pk)
    assert texts(document) == [samples.SENTENCE]
    assert not default_storage.exists(first)
    assert default_storage.exists(str(fresh(document).first_page.name))


def test_a_file_is_read_once(make_file: MakesFile) -> None:
    document = make_file()
    assert read_document(document.pk)
    assert not read_document(document.pk)
    assert not read_next()


def test_a_replaced_file_loses_its_text_at_once_and_waits(
    make_file: MakesFile, told: list[int], django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    document = make_file()
    page = CaseStudyFactory(documents=[document])
    read_document(document.pk)
    document, told[:] = fresh(document), []
    picture = str(document.first_page.name)
    with django_capture_on_commit_callbacks(execute=True):
        replace(document, "Nobody may know this.")
    assert (texts(document), fresh(document).state, fresh(document).first_page.name) == ([], "waiting", "")
    assert told == [page.pk]
    assert not default_storage.exists(picture)
    read_document(document.pk)
    assert texts(document) == ["Nobody may know this."]


def test_what_was_read_of_a_file_that_was_replaced_meanwhile_is_dropped(make_file: MakesFile) -> None:
    document = make_file()
    reading = Reading(Ending.READ, passages=(FoundPassage(1, "", "old"),), picture=b"RIFF....WEBP")
    replace(fresh(document), "new")
    assert not store_reading(document, reading)
    assert texts(document) == []


def test_a_change_of_the_title_keeps_what_the_worker_has_found_meanwhile(make_file: MakesFile) -> None:
    before = make_file()
    read_document(before.pk)
    before.title = "Another title"
    before.save()
    assert (fresh(before).state, fresh(before).title) == ("read", "Another title")


def test_new_bytes_are_noticed_even_when_only_the_file_is_saved(make_file: MakesFile) -> None:
    document = make_file()
    read_document(document.pk)
    document = fresh(document)
    document.file = ContentFile(b"%PDF-1.7 broken", name="leaflet.pdf")
    document.save(update_fields=["file"])
    assert fresh(document).state == "waiting"
    assert fresh(document).file_hash != fresh(document).read_hash


def test_pages_that_use_a_file_are_told_when_it_was_read(make_file: MakesFile, told: list[int]) -> None:
    document = make_file()
    page = CaseStudyFactory(documents=[document])
    CaseStudyFactory()
    told.clear()
    read_document(document.pk)
    assert told == [page.pk]


def test_a_deleted_file_takes_its_text_and_picture_along(
    make_file: MakesFile, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    document = make_file()
    read_document(document.pk)
    document = fresh(document)
    picture = str(document.first_page.name)
    with django_capture_on_commit_callbacks(execute=True):
        document.delete()
    assert not Passage.objects.exists()
    assert not default_storage.exists(picture)


def test_a_file_that_went_from_the_store_is_damaged(make_file: MakesFile) -> None:
    document = make_file()
    default_storage.delete(str(document.file.name))
    read_document(document.pk)
    assert fresh(document).state == "damaged"


def test_a_file_that_somebody_reads_is_left_to_them(make_file: MakesFile) -> None:
    document = make_file(claimed_at=timezone.now(), attempts=1)
    assert not read_document(document.pk)
    assert not read_next()


def test_a_file_whose_reader_died_is_read_by_the_next(make_file: MakesFile) -> None:
    document = make_file(claimed_at=timezone.now() - timedelta(minutes=5), attempts=1)
    assert read_next()
    assert (fresh(document).state, fresh(document).attempts) == ("read", 0)


def test_a_file_at_which_readers_die_is_left_alone(make_file: MakesFile) -> None:
    document = make_file(claimed_at=timezone.now() - timedelta(minutes=5), attempts=3)
    assert read_next()
    assert fresh(document).state == "too_large"
    assert not read_next()


def test_a_store_that_does_not_answer_is_asked_again_later(
    make_file: MakesFile, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    document = make_file()

    def fail(*args: Any) -> None:
        raise ConnectionError("no route")

    monkeypatch.setattr(FileSystemStorage, "exists", fail)
    assert read_document(document.pk)
    assert (fresh(document).state, fresh(document).attempts) == ("waiting", 1)
    assert "tried again" in caplog.text


def test_the_worker_reads_a_file_a_round(make_file: MakesFile) -> None:
    documents = [make_file(), make_file()]
    call_command("run_worker", "--once", stdout=StringIO())
    assert [fresh(document).state for document in documents] == ["read", "waiting"]


def test_in_development_a_file_is_read_right_after_the_commit(
    make_file: MakesFile, settings: Settings, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    settings.FILES_READ = "immediate"
    with django_capture_on_commit_callbacks(execute=True):
        document = make_file()
    assert fresh(document).state == "read"


def test_a_file_of_another_store_is_copied_to_be_read(make_file: MakesFile, monkeypatch: pytest.MonkeyPatch) -> None:
    document = make_file()
    content = samples.pdf("From far away.")
    monkeypatch.setattr(FileSystemStorage, "open", lambda *args: ContentFile(content))
    read_document(document.pk)
    assert texts(document) == ["From far away."]
