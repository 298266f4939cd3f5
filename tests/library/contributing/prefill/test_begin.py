"""Beginning with a file or an address: what is proposed, what is taken, and who may."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from library.contributing.prefill.begin import Accepted, begin_resource
from library.contributing.prefill.sources import propose_from_address
from library.contributing.views import begin as views
from library.models import LibraryDocument, TrainingMaterialPage
from library.moderation.refusals import NotYours, Refusal
from library.web.errors import NoSuchHost, NotForUs, Unreachable
from library.web.fetch import Answer
from network.models import User
from tests.factories import DocumentFactory, LicenceFactory
from tests.library.files.reading.test_about import PAGE, docx_with_properties
from tests.library.moderation.stage import Network

ADDRESS = "https://hospital.example/questions"


def page_at(url: str, most: int) -> Answer:
    return Answer(url, 200, "text/html; charset=utf-8", body=PAGE.encode())


def browser(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def upload(name: str = "five_questions.docx", content: bytes = b"") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or docx_with_properties())


def test_a_file_is_kept_and_proposes_what_it_says(network: Network) -> None:
    client = browser(network.author)
    answer = client.post(reverse("begin", args=[network.hospital.pk]), {"file": upload(), "url": ""}, follow=True)
    document = LibraryDocument.objects.get()
    assert (document.collection_id, document.uploaded_by_user) == (network.hospital.collection_id, network.author)
    form = answer.context["form"]
    assert (form.initial["title"], form.initial["people"], form.initial["language"]) == ("Ask first", "Nora Maes", "en")
    assert form.initial["take_people"] is True
    assert not TrainingMaterialPage.objects.exists()


def taken(**said: str) -> dict[str, str]:
    """Return what is posted when all was left as proposed and nothing ticked."""
    found = {"summary": "Five questions.", "language": "en", "people": "Nora Maes", "year": "2024", "licence": ""}
    return {"kind": "training", "title": "Ask first", **found, **{f"initial-{n}": v for n, v in found.items()}, **said}


def draft(network: Network, person: User, said: dict[str, str]) -> TrainingMaterialPage | None:
    browser(person).post(reverse("begin_draft", args=[network.hospital.pk]), said)
    return TrainingMaterialPage.objects.first()


def test_nothing_is_filled_in_that_was_not_taken(network: Network) -> None:
    page = draft(network, network.author, taken())
    assert page is not None
    assert (page.title, page.summary, page.language, page.people.count()) == ("Ask first", "", "und", 0)


def test_what_was_taken_or_changed_is_filled_in(network: Network) -> None:
    document = DocumentFactory(collection=network.hospital.collection)
    said = taken(
        take_people="on", summary="Six questions.", document=str(document.pk), licence=str(LicenceFactory().pk)
    )
    page = draft(network, network.author, said)
    assert page is not None
    page = page.get_latest_revision_as_object()
    assert (page.summary, [person.name for person in page.people.all()]) == ("Six questions.", ["Nora Maes"])
    assert (page.language, page.licence.spdx, page.live, page.owner) == ("und", "CC-BY-4.0", False, network.author)
    assert [row.document for row in page.files.all()] == [document]
    assert list(page.regions.all()) == [network.hospital.home_region]


def test_a_page_on_the_web_becomes_a_link(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "propose_from_address", lambda url: propose_from_address(url, page_at))
    client = browser(network.author)
    shown = client.post(reverse("begin", args=[network.hospital.pk]), {"url": ADDRESS})
    assert shown.context["form"].initial["title"] == "Eerst vragen"
    assert "Nora Maes" in shown.text
    page = draft(network, network.author, taken(url=ADDRESS))
    assert page is not None
    assert [link.url for link in page.links.all()] == [ADDRESS]


def failing(error: Exception) -> Callable[[str, int], Answer]:
    def ask(url: str, most: int) -> Answer:
        raise error

    return ask


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (failing(NotForUs("inside")), "public web"),
        (failing(NoSuchHost("nobody")), "no site of that name"),
        (failing(Unreachable("slow")), "did not answer"),
        (lambda url, most: Answer(url, 404, "text/html"), "error \\(404\\)"),
        (lambda url, most: Answer(url, 200, "video/mp4"), "Nothing can be read"),
        (lambda url, most: Answer(url, 200, "text/html", "gzip", b"\x1f\x8b"), "Nothing can be read"),
    ],
)
def test_an_address_that_gives_nothing_says_why(ask: Callable[[str, int], Answer], words: str) -> None:
    with pytest.raises(Refusal, match=words):
        propose_from_address(ADDRESS, ask)


@pytest.mark.django_db
def test_a_file_at_an_address_that_is_no_such_file_proposes_its_name() -> None:
    found = propose_from_address(
        ADDRESS, lambda url, most: Answer(f"{url}.pdf", 200, "application/pdf", body=b"<html>")
    )
    assert (found.title, found.people) == ("questions", ())


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"url": ""}, "one of the two"),
        ({"url": "http://127.0.0.1/admin/"}, "public web"),
        ({"url": "ftp://hospital.example/"}, "public web"),
        ({"url": "javascript:alert(1)"}, "valid URL"),
    ],
)
def test_what_is_wrong_is_said_in_the_form(network: Network, said: dict[str, str], words: str) -> None:
    assert words in browser(network.author).post(reverse("begin", args=[network.hospital.pk]), said).text


def test_a_file_that_is_not_what_its_name_says_is_refused(network: Network) -> None:
    said = {"file": upload("leaflet.pdf", b"<html>"), "url": ""}
    shown = browser(network.author).post(reverse("begin", args=[network.hospital.pk]), said)
    assert "not a PDF file" in shown.text
    assert not LibraryDocument.objects.exists()


def test_it_is_not_for_strangers(network: Network) -> None:
    client = browser(network.leader_be)
    for address in (reverse("begin", args=[network.hospital.pk]), reverse("begin_draft", args=[network.hospital.pk])):
        assert client.post(address, taken()).status_code in (302, 404)
    with pytest.raises(NotYours):
        begin_resource(TrainingMaterialPage, network.clinic, network.author, Accepted("Mine"))
    assert not TrainingMaterialPage.objects.exists()


def test_a_file_of_others_is_neither_shown_nor_taken(network: Network) -> None:
    theirs = DocumentFactory(collection=network.clinic.collection)
    client = browser(network.author)
    answer = client.get(reverse("begin_from_file", args=[network.hospital.pk, theirs.pk]))
    assert answer.status_code in (302, 403)
    assert draft(network, network.author, taken(document=str(theirs.pk))) is None


def test_choosing_a_type_leads_here(network: Network) -> None:
    shown = browser(network.author).get(reverse("wagtailadmin_pages:add_subpage", args=[network.hospital.pk])).text
    assert reverse("begin", args=[network.hospital.pk]) in shown


def test_hostile_words_stay_words(network: Network) -> None:
    page = '<meta name="citation_title" content="&lt;script&gt;alert(1)&lt;/script&gt;"><p>Text'
    found = propose_from_address(ADDRESS, lambda url, most: Answer(url, 200, "text/html", body=page.encode()))
    assert found.title == "<script>alert(1)</script>"
