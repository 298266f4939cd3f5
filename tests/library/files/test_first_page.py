"""The picture of a first page is for those who may open the file, whatever its address."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import CollectionViewRestriction, PageViewRestriction

from library.files.read_document import read_document
from library.models import LibraryDocument
from tests.factories import CaseStudyFactory, UserFactory
from tests.library.files.conftest import MakesFile

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(make_file: MakesFile) -> LibraryDocument:
    made = make_file()
    read_document(made.pk)
    return LibraryDocument.objects.get(pk=made.pk)


def address(document: LibraryDocument) -> str:
    return f"/documents/{document.pk}/first-page/"


def test_everybody_sees_the_picture_of_a_public_file(document: LibraryDocument, client: Client) -> None:
    CaseStudyFactory(documents=[document])
    reply: Any = client.get(address(document))
    assert reply.status_code == 200
    assert b"".join(reply.streaming_content).startswith(b"RIFF")
    assert reply["Content-Type"] == "image/webp"
    assert reply["X-Content-Type-Options"] == "nosniff"
    assert reply["Content-Security-Policy"] == "default-src 'none'"
    assert {part.strip() for part in reply["Cache-Control"].split(",")} == {"private", "no-cache"}


def test_a_picture_that_a_browser_has_is_not_sent_again(document: LibraryDocument, client: Client) -> None:
    CaseStudyFactory(documents=[document])
    reply: Any = client.get(address(document))
    assert b"".join(reply.streaming_content)
    assert client.get(address(document), headers={"If-None-Match": reply["ETag"]}).status_code == 304


@pytest.mark.parametrize("use", ["none", "draft", "private"])
def test_strangers_see_no_picture_of_a_file_that_they_may_not_open(
    use: str, document: LibraryDocument, client: Client
) -> None:
    if use != "none":
        page = CaseStudyFactory(documents=[document], live=use != "draft")
        if use == "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
    reply = client.get(address(document))
    assert (reply.status_code, reply["Location"].split("?")[0]) == (302, "/account/login/")
    client.force_login(UserFactory())
    member: Any = client.get(address(document))
    assert member.status_code == (200 if use == "private" else 403)
    assert b"".join(member)


def test_a_private_collection_keeps_its_pictures_private(document: LibraryDocument, client: Client) -> None:
    CaseStudyFactory(documents=[document])
    CollectionViewRestriction.objects.create(collection=document.collection, restriction_type="login")
    assert client.get(address(document)).status_code == 302


def test_a_picture_is_in_no_public_folder(document: LibraryDocument, client: Client) -> None:
    CaseStudyFactory(documents=[document])
    assert client.get(f"/media/{document.first_page.name}").status_code == 404


def test_a_file_without_a_picture_has_none(make_file: MakesFile, client: Client) -> None:
    assert client.get(address(make_file())).status_code == 404
    assert client.get("/documents/999999/first-page/").status_code == 404


def test_a_page_shows_its_files_with_picture_and_length(document: LibraryDocument, client: Client) -> None:
    page = CaseStudyFactory(documents=[document])
    shown = client.get(page.url).content.decode()
    assert f'src="{address(document)}"' in shown
    assert "1 page" in shown
