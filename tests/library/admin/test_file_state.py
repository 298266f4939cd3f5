"""The CMS shows what became of reading a file, and lets those who may change it have it read again."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from home.set_up import set_up_network
from library.files.read_document import read_document
from library.files.states import FileState, sentence_for
from library.models import LibraryDocument
from library.templatetags.library_files import places_in_words
from network.models import OrganisationPage, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from tests.factories import CaseStudyFactory, DocumentFactory, RegionFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> OrganisationPage:
    return found_organisation(set_up_network().directory, "Aurora", home_region=RegionFactory(code="be"))


@pytest.fixture
def contributor(organisation: OrganisationPage) -> User:
    person = UserFactory()
    admit_member(organisation, person)
    return person


@pytest.fixture
def document(organisation: OrganisationPage, contributor: User) -> LibraryDocument:
    made = DocumentFactory(collection=organisation.collection, uploaded_by_user=contributor)
    read_document(made.pk)
    return LibraryDocument.objects.get(pk=made.pk)


@pytest.fixture
def desk(client: Client, contributor: User) -> Client:
    client.force_login(contributor)
    return client


def test_a_resource_shows_the_state_of_each_of_its_files(
    desk: Client, organisation: OrganisationPage, contributor: User, document: LibraryDocument
) -> None:
    page = CaseStudyFactory(parent=organisation, documents=[document], owner=contributor, live=False)
    shown = desk.get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert 'data-state="read"' in shown
    assert "The search finds what is in it." in shown
    assert "library/admin/file-state.js" in shown


def test_the_state_of_a_file_that_was_just_added_can_be_asked_for(desk: Client, document: LibraryDocument) -> None:
    shown = desk.get(f"/admin/files/{document.pk}/state/").content.decode()
    assert 'data-state="read"' in shown
    assert "<html" not in shown


def test_strangers_are_not_told_the_state(client: Client, document: LibraryDocument) -> None:
    assert client.get(f"/admin/files/{document.pk}/state/").status_code == 302
    other = found_organisation(set_up_network().directory, "Borealis", home_region=RegionFactory(code="be"))
    stranger = UserFactory()
    admit_member(other, stranger)
    client.force_login(stranger)
    assert client.get(f"/admin/files/{document.pk}/state/").status_code in (302, 403)
    assert client.post(f"/admin/files/{document.pk}/read-again/").status_code in (302, 403)
    document.refresh_from_db()
    assert document.state == "read"


def test_a_file_shows_what_the_search_knows_of_it(desk: Client, document: LibraryDocument) -> None:
    shown = desk.get(f"/admin/documents/edit/{document.pk}/").content.decode()
    assert "1 passage" in shown
    assert "The search finds what is in it." in shown
    assert f'action="/admin/files/{document.pk}/read-again/"' in shown


def test_who_may_change_a_file_may_have_it_read_again(desk: Client, document: LibraryDocument) -> None:
    reply = desk.post(f"/admin/files/{document.pk}/read-again/", follow=True)
    assert "is read again" in reply.content.decode()
    document.refresh_from_db()
    assert document.state == "waiting"
    assert document.passages.count() == 1


def test_reading_again_is_not_asked_for_by_a_link(desk: Client, document: LibraryDocument) -> None:
    assert desk.get(f"/admin/files/{document.pk}/read-again/").status_code == 405


def test_a_file_that_is_replaced_in_the_cms_waits(desk: Client, document: LibraryDocument) -> None:
    fields = {"title": "Handout", "collection": document.collection_id, "tags": ""}
    file = ContentFile(b"Something else.", name="other.txt")
    assert desk.post(f"/admin/documents/edit/{document.pk}/", fields | {"file": file}).status_code == 302
    document.refresh_from_db()
    assert (document.state, document.passages.count()) == ("waiting", 0)


def test_a_file_whose_title_is_changed_in_the_cms_is_not_read_again(desk: Client, document: LibraryDocument) -> None:
    fields = {"title": "Leaflet", "collection": document.collection_id, "tags": ""}
    assert desk.post(f"/admin/documents/edit/{document.pk}/", fields).status_code == 302
    document.refresh_from_db()
    assert (document.title, document.state) == ("Leaflet", "read")


@pytest.mark.parametrize("state", FileState)
def test_every_state_has_a_sentence_and_an_icon(state: FileState) -> None:
    document = LibraryDocument(state=state)
    assert document.state_sentence.endswith(".")
    assert document.state_icon
    assert sentence_for(state, is_cut=True)


@pytest.mark.parametrize(
    ("unit", "places", "words"),
    [
        ("page", 1, "1 page"),
        ("slide", 12, "12 slides"),
        ("sheet", 2, "2 sheets"),
        ("section", 3, "3 sections"),
        ("second", 300, ""),
        ("part", 4, ""),
        ("page", None, ""),
        ("", 4, ""),
    ],
)
def test_how_long_a_file_is_said_in_its_own_unit(unit: str, places: int | None, words: str) -> None:
    assert places_in_words(LibraryDocument(unit=unit, places=places)) == words
