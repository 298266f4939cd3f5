"""What the checks look at: texts, files and addresses of a page that may not be saved."""

import pytest

from library.models import ResourceLink, ResourcePerson
from library.moderation.checks.material import Material
from tests.factories import CaseStudyFactory, EventFactory
from tests.library.moderation.checks.looking import attach

pytestmark = pytest.mark.django_db


def test_texts_stand_beside_the_names_of_their_fields() -> None:
    page = CaseStudyFactory(title="Asking first", setting="<p>A ward &amp; a garden.</p>")
    page.body = [("paragraph", "<p>More.</p>"), ("quote", {"text": "We asked.", "source": "A nurse"})]
    page.people.add(ResourcePerson(name="Ana Jansen"))
    texts = {piece.field: piece.text for piece in Material(page).pieces}
    assert texts["title"] == "Asking first"
    assert texts["setting"].strip() == "A ward & a garden."
    assert "More." in texts["body"]
    assert "We asked." in texts["body"]
    assert texts["people"] == "Ana Jansen"
    assert "Ana Jansen" not in Material(page).text
    assert "slug" not in texts


def test_addresses_of_links_texts_and_own_fields_are_found_once() -> None:
    page = EventFactory(
        online_link="https://meet.example/room", summary="See https://example.org/a, (http://b.example/)."
    )
    page.links.add(ResourceLink(url="https://example.org/a"), ResourceLink(url="https://example.org/c?x=1&y=2"))
    page.body = [("paragraph", '<p><a href="https://example.org/d?x=1&amp;y=2">here</a></p>')]
    assert {(link.field, link.url) for link in Material(page).links} == {
        ("summary", "https://example.org/a"),
        ("summary", "http://b.example/"),
        ("online_link", "https://meet.example/room"),
        ("links", "https://example.org/c?x=1&y=2"),
        ("body", "https://example.org/d?x=1&y=2"),
    }


def test_passages_know_their_file_and_page() -> None:
    page = CaseStudyFactory()
    attach(page, "One.", "Two.")
    assert [(each.file, each.place, each.unit, each.text) for each in Material(page).passages] == [
        ("Consent form.pdf", 1, "page", "One."),
        ("Consent form.pdf", 2, "page", "Two."),
    ]


def test_a_file_that_is_only_linked_to_in_a_text_is_looked_at_too() -> None:
    page = CaseStudyFactory()
    document = attach(page, "One.")
    page.files.clear()
    page.body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">form</a></p>')]
    assert Material(page).documents == (document,)
