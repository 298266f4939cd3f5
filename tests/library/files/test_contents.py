"""Is a file what its name says?"""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from library.files import contents
from library.files.contents import check_contents
from library.models import LibraryDocument


def office(*members: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for member in members:
            archive.writestr(member, "x" * 100)
    return packed.getvalue()


PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 300
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600

GOOD = {
    "pdf": b"%PDF-1.7\n...",
    "docx": office("[Content_Types].xml", "word/document.xml"),
    "pptx": office("ppt/presentation.xml"),
    "xlsx": office("xl/workbook.xml"),
    "odt": office("content.xml"),
    "txt": "Ask before you film — toujours.".encode(),
    "csv": "naam;jaar\nÅse;2024\n".encode("latin-1"),
    "html": b"<!doctype html><title>Leaflet</title>",
    "md": b"# Consent",
    "srt": b"1\n00:00:01,000 --> 00:00:02,000\nHello\n",
    "vtt": b"WEBVTT\n\n",
}
BAD = {
    "a page called pdf": ("pdf", b"<html>", "not a PDF file"),
    "a picture called pdf": ("pdf", PNG, "not a PDF file"),
    "text called docx": ("docx", b"Dear all", "not a DOCX file"),
    "slides called docx": ("docx", office("ppt/presentation.xml"), "not a DOCX file"),
    "an archive called xlsx": ("xlsx", office("run.exe"), "not a XLSX file"),
    "a cut-off archive": ("pptx", office("ppt/presentation.xml")[:50], "damaged"),
    "an office file with a password": ("docx", COMPOUND, "needs a password"),
    "a picture called text": ("txt", PNG, "another kind"),
    "bytes called text": ("csv", b"a,b\x00c", "no text has"),
    "nothing": ("pdf", b"", "empty"),
}


@pytest.mark.parametrize("extension", GOOD)
def test_what_it_says_is_taken(extension: str) -> None:
    check_contents(ContentFile(GOOD[extension]), extension)


@pytest.mark.parametrize("case", BAD)
def test_what_lies_is_refused_in_words(case: str) -> None:
    extension, content, words = BAD[case]
    with pytest.raises(ValidationError, match=words):
        check_contents(ContentFile(content), extension)


def test_text_of_windows_is_text() -> None:
    check_contents(ContentFile("Bonjour".encode("utf-16")), "txt")


def test_an_archive_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MOST_MEMBERS", 1)
    with pytest.raises(ValidationError, match="cannot be read safely"):
        check_contents(ContentFile(GOOD["docx"]), "docx")


def test_an_archive_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MOST_UNPACKED", 150)
    with pytest.raises(ValidationError, match="cannot be read safely"):
        check_contents(ContentFile(GOOD["docx"]), "docx")


@pytest.mark.django_db
def test_the_model_refuses_at_the_field() -> None:
    document = LibraryDocument(title="Leaflet", file=SimpleUploadedFile("leaflet.pdf", b"<html>"))
    with pytest.raises(ValidationError) as refused:
        document.clean()
    assert list(refused.value.message_dict) == ["file"]


@pytest.mark.django_db
def test_an_extension_that_is_not_allowed_is_refused() -> None:
    with pytest.raises(ValidationError, match="not allowed"):
        LibraryDocument(title="Program", file=SimpleUploadedFile("run.exe", b"MZ")).clean()
