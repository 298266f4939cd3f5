"""Who may open a file: one table of viewers for each way a file is used."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from home.set_up import set_up_network
from library.models import FileState, LibraryDocument, ResourcePage
from network.leadership.appoint import appoint_leader
from network.models import OrganisationPage, User
from network.organisations.found import found_organisation
from network.organisations.membership import admit_member
from tests.factories import CaseStudyFactory, DocumentFactory, RegionFactory, UserFactory
from tests.library.moderation.stage import after_commit, switch_off_checks

pytestmark = pytest.mark.django_db


@pytest.fixture
def organisation() -> OrganisationPage:
    return found_organisation(set_up_network().directory, "Aurora", home_region=RegionFactory(code="be"))


@pytest.fixture
def people(organisation: OrganisationPage) -> dict[str, User | None]:
    made: dict[str, User | None] = {
        name: UserFactory(email=f"{name}@example.org") for name in ("member", "contributor", "leader", "guest")
    }
    contributor, leader = made["contributor"], made["leader"]
    assert contributor
    assert leader
    admit_member(organisation, contributor)
    appoint_leader(organisation, leader, RegionFactory(code="be"))
    return made | {"visitor": None}


@pytest.fixture
def document(organisation: OrganisationPage) -> LibraryDocument:
    made: LibraryDocument = DocumentFactory(collection=organisation.collection)
    return made


def page_with(document: LibraryDocument, organisation: OrganisationPage, **fields: object) -> ResourcePage:
    made: ResourcePage = CaseStudyFactory(parent=organisation, documents=[document], **fields)
    return made


def read(client: Client, document: LibraryDocument) -> bytes:
    """Return the file, or nothing where it is not handed out; read to its end, which closes it."""
    reply: Any = client.get(document.url)
    return b"".join(reply.streaming_content) if reply.status_code == 200 else b""


def readers(document: LibraryDocument, people: dict[str, User | None]) -> set[str]:
    """Return who gets the file."""
    found = set()
    for name, person in people.items():
        client = Client()
        if person:
            client.force_login(person)
        if read(client, document):
            found.add(name)
    return found


def test_everybody_reads_what_a_public_page_uses(
    document: LibraryDocument, organisation: OrganisationPage, people: dict[str, User | None]
) -> None:
    page_with(document, organisation)
    assert readers(document, people) == set(people)


def test_only_its_makers_read_what_a_draft_uses(
    document: LibraryDocument, organisation: OrganisationPage, people: dict[str, User | None]
) -> None:
    page_with(document, organisation, live=False)
    assert readers(document, people) == {"contributor"}


def test_nobody_else_reads_what_no_page_uses(document: LibraryDocument, people: dict[str, User | None]) -> None:
    assert readers(document, people) == {"contributor"}


def test_whoever_uploaded_it_reads_it(document: LibraryDocument, people: dict[str, User | None]) -> None:
    LibraryDocument.objects.update(uploaded_by_user=people["guest"])
    assert readers(document, people) == {"contributor", "guest"}


def test_a_reviewer_reads_what_waits_for_the_review(
    document: LibraryDocument, organisation: OrganisationPage, people: dict[str, User | None]
) -> None:
    page = page_with(document, organisation, live=False)
    page.save_revision()
    switch_off_checks()
    LibraryDocument.objects.update(state=FileState.READ)  # the checks wait for what is not read yet
    after_commit(page.get_workflow().start, page, people["contributor"])
    assert readers(document, people) == {"contributor", "leader"}


def test_a_reviewer_reads_what_only_the_waiting_revision_uses(
    document: LibraryDocument, organisation: OrganisationPage, people: dict[str, User | None]
) -> None:
    page = page_with(document, organisation, live=False)
    page.save_revision()
    switch_off_checks()
    LibraryDocument.objects.update(state=FileState.READ)  # the checks wait for what is not read yet
    after_commit(page.get_workflow().start, page, people["contributor"])
    page.files.all().delete()
    type(page).objects.get(pk=page.pk).files.all().delete()
    assert readers(document, people) == {"contributor", "leader"}


@pytest.mark.parametrize(
    ("kind", "allowed"),
    [
        ("login", {"member", "contributor", "leader", "guest"}),
        ("groups", {"guest", "contributor"}),
        ("password", {"contributor"}),
    ],
)
@pytest.mark.parametrize("where", ["page", "organisation"])
def test_a_private_page_keeps_its_file_private(
    kind: str,
    where: str,
    allowed: set[str],
    document: LibraryDocument,
    organisation: OrganisationPage,
    people: dict[str, User | None],
) -> None:
    page = page_with(document, organisation)
    restricted = page if where == "page" else organisation
    restriction = PageViewRestriction.objects.create(page_id=restricted.pk, restriction_type=kind, password="secret")
    guests = Group.objects.create(name="Guests")
    restriction.groups.add(guests)
    guest = people["guest"]
    assert guest
    guest.groups.add(guests)
    assert readers(document, people) == allowed


def test_one_public_page_is_enough(
    document: LibraryDocument, organisation: OrganisationPage, people: dict[str, User | None]
) -> None:
    private = page_with(document, organisation)
    PageViewRestriction.objects.create(page_id=private.pk, restriction_type="login")
    page_with(document, organisation)
    assert readers(document, people) == set(people)


def test_a_visitor_is_shown_the_way_to_log_in(document: LibraryDocument) -> None:
    reply = Client().get(document.url)
    assert reply.status_code == 302
    assert reply["Location"].startswith("/account/login/?next=/documents/")


def test_a_member_is_told_that_it_is_not_for_them(document: LibraryDocument, people: dict[str, User | None]) -> None:
    client, member = Client(), people["member"]
    assert member
    client.force_login(member)
    assert client.get(document.url).status_code == 403


def test_a_file_is_sent_safely(document: LibraryDocument, organisation: OrganisationPage) -> None:
    page_with(document, organisation)
    reply: Any = Client().get(document.url)
    assert b"".join(reply.streaming_content) == b"Ask before you film."
    assert reply["X-Content-Type-Options"] == "nosniff"
    assert reply["Content-Disposition"].startswith("attachment;")
    assert reply["Content-Security-Policy"] == "default-src 'none'"
