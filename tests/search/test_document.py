"""ResourceDocument: stored and read again it is the same, and its fingerprint tells any difference."""

from dataclasses import replace

from search.document import ResourceDocument

DOCUMENT = ResourceDocument(
    page_id=7,
    type="guide",
    title="Asking for consent",
    summary="How.",
    body="",
    parts="",
    language="en",
    url="/organisations/a/b/",
    organisation="a",
    organisation_title="A",
    topics=("consent", "privacy"),
    year=2024,
)


def test_a_document_survives_being_stored() -> None:
    assert ResourceDocument.from_dict(DOCUMENT.to_dict()) == DOCUMENT


def test_fields_of_another_version_are_left_out_when_reading() -> None:
    assert ResourceDocument.from_dict({**DOCUMENT.to_dict(), "colour": "red"}) == DOCUMENT


def test_any_difference_changes_the_fingerprint() -> None:
    others = [replace(DOCUMENT, title="Consent"), replace(DOCUMENT, year=2025), replace(DOCUMENT, restrictions=(3,))]
    assert len({DOCUMENT.fingerprint, *(other.fingerprint for other in others)}) == 4
    assert replace(DOCUMENT).fingerprint == DOCUMENT.fingerprint
