"""Files, language, material of others, pictures, duplicates and links."""

from functools import partial
from typing import Any

import pytest

from library.models import FileState, LibraryDocument, ResourceFile, ResourceLink
from library.moderation.checks.duplicates import Duplicates
from library.moderation.checks.files import FilesReadable
from library.moderation.checks.language import LanguageAsDeclared
from library.moderation.checks.licence import ThirdPartyMaterial
from library.moderation.checks.link_states import state_of
from library.moderation.checks.links import LinksAlive
from library.moderation.checks.models import Level
from library.moderation.checks.pictures import PicturesOfPeople
from tests.factories import CaseStudyFactory, ImageFactory
from tests.library.moderation.checks.looking import attach, look
from tests.library.web.server import serve

pytestmark = pytest.mark.django_db

ENGLISH = "We asked everybody on the ward whether they wanted to be filmed, and explained where it would be shown. " * 3
DUTCH = "We vroegen iedereen op de afdeling of ze gefilmd wilden worden, en legden uit waar het te zien zou zijn. " * 3
GERMAN = "Wir haben alle auf der Station gefragt, ob sie gefilmt werden wollten, und erklärt, wo es zu sehen ist. " * 3


@pytest.mark.parametrize(
    ("state", "level"),
    [
        (FileState.DAMAGED, [None]),
        (FileState.PASSWORD, [None]),
        (FileState.NO_TEXT, [Level.WARN]),
        (FileState.TOO_LARGE, [Level.WARN]),
        (FileState.UNSUPPORTED, [Level.INFO]),
        (FileState.WAITING, [Level.INFO]),
        (FileState.READ, []),
    ],
)
def test_files_are_judged_by_their_state(state: str, level: list[Level | None]) -> None:
    page = CaseStudyFactory()
    LibraryDocument.objects.filter(pk=attach(page).pk).update(state=state)
    found = look(FilesReadable(), page)
    assert [(each.field_name, each.level) for each in found] == [("files", each) for each in level]


@pytest.mark.parametrize(
    ("declared", "text", "guessed"),
    [
        ("en", ENGLISH, []),
        ("nl", DUTCH, []),
        ("en", DUTCH, ["nl"]),
        ("nl", ENGLISH, ["en"]),
        ("fr", GERMAN, ["de"]),
        ("af", DUTCH, []),  # too near to tell
        ("und", DUTCH, []),
        ("en", "Vroegen we het?", []),  # too short to tell
    ],
)
def test_a_clear_text_is_held_against_the_language_chosen(declared: str, text: str, guessed: list[str]) -> None:
    page = CaseStudyFactory(title="1", language=declared, summary=text, setting="")
    assert [found.data["guessed"] for found in look(LanguageAsDeclared(), page)] == guessed


def test_a_description_in_english_of_a_dutch_file_is_fine() -> None:
    page = CaseStudyFactory(language="nl", summary=ENGLISH)
    LibraryDocument.objects.filter(pk=attach(page).pk).update(language="nl")
    assert look(LanguageAsDeclared(), page) == []


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Picture © Ana Jansen", ["©"]),
        ("Photo courtesy  of the museum. All rights reserved.", ["courtesy of", "All rights reserved"]),
        ("Foto: Getty Images", ["Getty Images"]),
        ("Overgenomen uit het handboek", ["Overgenomen uit"]),
        ("Reprinted with permission.", ["Reprinted with permission"]),
        ("We film with permission of whoever is in the room.", []),
        ("Alleen delen met toestemming van de patiënt.", []),
        ("We asked permission.", []),
    ],
)
def test_material_of_others_is_to_be_named(text: str, signs: list[str]) -> None:
    page = CaseStudyFactory.build(summary=text, parent=None)
    assert [found.data["sign"] for found in look(ThirdPartyMaterial(), page)] == signs
    page.third_party_material = "Photo: Ana Jansen, CC BY 4.0"
    assert look(ThirdPartyMaterial(), page) == []


def test_material_of_others_is_looked_for_inside_files() -> None:
    page = CaseStudyFactory()
    attach(page, "One.", "© Somebody")
    assert [(found.data["file"], found.data["place"]) for found in look(ThirdPartyMaterial(), page)] == [
        ("Consent form.pdf", 2)
    ]


def test_pictures_are_left_to_a_person() -> None:
    page = CaseStudyFactory()
    assert look(PicturesOfPeople(), page) == []
    page.cover = ImageFactory()
    assert [found.field_name for found in look(PicturesOfPeople(), page)] == ["cover"]


def make_like(title: str, text: str, **fields: Any) -> Any:
    return CaseStudyFactory(title=title, summary="A summary.", setting=f"<p>{text}</p>", **fields)


@pytest.mark.parametrize(
    ("title", "text", "is_same"),
    [
        ("Asking before filming", ENGLISH, True),
        ("Asking before you film", "On our ward we wondered. " + ENGLISH, True),
        ("Before filming: asking", ENGLISH, True),
        ("Asking before filming", GERMAN, False),
        ("Counting hands that are washed", ENGLISH, False),
    ],
)
def test_nearly_the_same_title_and_text_is_a_duplicate(title: str, text: str, is_same: bool) -> None:
    other = make_like("Asking before filming", ENGLISH)
    found = look(Duplicates(), make_like(title, text, live=False))
    assert [each.data["page"] for each in found] == ([other.pk] if is_same else [])


def test_the_same_bytes_in_another_resource_are_a_duplicate() -> None:
    other, page = CaseStudyFactory(title="One"), CaseStudyFactory(title="Two")
    document = attach(other)
    again = attach(page, title="Handout")
    LibraryDocument.objects.filter(pk__in=[document.pk, again.pk]).update(file_hash="abc")
    ResourceFile.objects.create(page=other, document=document)
    page.refresh_from_db()
    assert [(each.field_name, each.data["page"]) for each in look(Duplicates(), page)] == [("files", other.pk)]


def test_drafts_of_others_and_what_it_is_adapted_from_are_no_duplicates() -> None:
    make_like("Asking before filming", ENGLISH, live=False)
    page = make_like("Asking before filming", ENGLISH, adapted_from=make_like("Asking before filming", ENGLISH))
    assert look(Duplicates(), page) == []


def test_links_are_asked_and_told_apart() -> None:
    with serve() as site:
        site.statuses = {"/gone": 404, "/removed": 410, "/members": 403, "/many": 429, "/broken": 503}
        site.redirects = {"/old": "/new", "/inward": site.url("/secret", "inside.example")}
        paths = ("/", "/old", "/members", "/many", "/gone", "/removed", "/broken", "/inward")
        page = CaseStudyFactory()
        page.links.add(*(ResourceLink(url=site.url(path)) for path in paths))
        page.links.add(ResourceLink(url=site.url("/", "nobody.example")), ResourceLink(url="http://10.0.0.1/"))
        checked = look(LinksAlive(partial(state_of, reach=site.reach())), page)
        found = [(each.data["url"].partition(str(site.port))[2], each.data["what"], each.level) for each in checked]
    assert found == [
        ("/gone", "gone", None),
        ("/removed", "gone", None),
        ("/broken", "broken", Level.INFO),
        ("/inward", "internal", Level.BLOCK),
        ("/", "no-host", None),
        ("", "internal", Level.BLOCK),
    ]
