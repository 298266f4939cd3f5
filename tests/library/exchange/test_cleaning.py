"""From fields to a record: what is kept, what is noted, what is refused."""

from datetime import date
from typing import Any

import pytest

from library.exchange.cleaning import clean_row
from library.exchange.places import Places
from library.exchange.record import Cleaned, Reason, RecordRefusedError, Row
from tests.library.exchange.conftest import record

PLACES = Places(
    ids={},
    parents={"be": "western-europe", "western-europe": "europe", "europe": "world", "na": "africa", "africa": "world"},
    codes={
        **{code: code for code in ("be", "na", "europe", "africa")},
        "belgique": "be",
        "western europe": "western-europe",
    },
)


def clean(**fields: Any) -> Cleaned:
    return clean_row(Row(1, fields=record(**fields)), PLACES)


def reasons(cleaned: Cleaned) -> set[Reason]:
    return {note.reason for note in cleaned.notes}


def test_a_good_record_loses_nothing() -> None:
    cleaned = clean()
    assert cleaned.notes == ()
    assert cleaned.record.type_key == "training"
    assert cleaned.record.regions == ("be",)
    assert cleaned.record.levels == ("beginner",)
    assert cleaned.record.licence == "CC-BY-4.0"
    assert (cleaned.record.year, cleaned.record.start_date) == (2024, None)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": ""}, Reason.NO_TITLE),
        ({"title": " \x00 "}, Reason.NO_TITLE),
        ({"title": None}, Reason.NO_TITLE),
        ({"title": 7}, Reason.WRONG_TYPE),
        ({"topics": {"a": 1}}, Reason.WRONG_TYPE),
        ({"topics": ["a", 7]}, Reason.WRONG_TYPE),
        ({"description": ["a"]}, Reason.WRONG_TYPE),
        ({"date": 2024}, Reason.WRONG_TYPE),
        ({"id": "", "url": ""}, Reason.NO_IDENTIFIER),
        ({"id": "x" * 501}, Reason.IDENTIFIER_TOO_LONG),
        ({"description": "<p>x</p>" * 62_500}, Reason.DESCRIPTION_TOO_LONG),
    ],
)
def test_a_record_that_cannot_be_is_refused(fields: dict[str, Any], reason: Reason) -> None:
    with pytest.raises(RecordRefusedError) as refusal:
        clean(**fields)
    assert refusal.value.note.reason is reason


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"title": "A\x00 title"}, Reason.CONTROL_CHARACTERS),
        ({"title": "A \ud800 title"}, Reason.CONTROL_CHARACTERS),
        ({"title": "word " * 100}, Reason.TITLE_CUT),
        ({"description": None}, Reason.NO_DESCRIPTION),
        ({"description": "No description provided."}, Reason.NO_DESCRIPTION),
        ({"description": "<script>x</script>Text"}, Reason.SCRIPT_REMOVED),
        ({"description": "word " * 300}, Reason.SUMMARY_CUT),
        ({"type": ["ViralZone"]}, Reason.UNKNOWN_TYPE),
        ({"type": ["event"], "date": "2024", "level": []}, Reason.EVENT_WITHOUT_DATE),
        ({"type": ["outbreak-notice"]}, Reason.LEVEL_DROPPED),
        ({"topics": ["https://w3id.org/x/n1"]}, Reason.TOPIC_DROPPED),
        ({"topics": ["x" * 81]}, Reason.TOPIC_DROPPED),
        ({"audience": ["Novice"]}, Reason.AUDIENCE_AS_LEVEL),
        ({"audience": ["Anyone who wants to become a good trainer or a teacher"]}, Reason.AUDIENCE_DROPPED),
        ({"level": ["wizard"]}, Reason.UNKNOWN_LEVEL),
        ({"countries": ["ZZ"]}, Reason.UNKNOWN_COUNTRY),
        ({"regions": ["Atlantis"]}, Reason.UNKNOWN_REGION),
        ({"countries_unresolved": ["Wageningen"]}, Reason.UNKNOWN_PLACE),
        ({"languages": ["en", "de"]}, Reason.LANGUAGE_DROPPED),
        ({"languages": []}, Reason.LANGUAGE_GUESSED),
        ({"languages": [], "title": "Mascot", "description": ""}, Reason.LANGUAGE_UNKNOWN),
        ({"licence": "free as in beer"}, Reason.UNKNOWN_LICENCE),
        ({"date": "yesterday"}, Reason.BAD_DATE),
        ({"date": "2024-02-31"}, Reason.BAD_DATE),
        ({"date": "0024-01-01"}, Reason.BAD_DATE),
        ({"url": "javascript:alert(1)"}, Reason.BAD_LINK),
        ({"url": "https://example.org/" + "x" * 2_000}, Reason.BAD_LINK),
        ({"authors": ["x" * 201]}, Reason.NAME_CUT),
        ({"authors": [f"Author {n}" for n in range(201)]}, Reason.LIST_CUT),
        ({"provider": None}, Reason.NO_PROVIDER),
    ],
)
def test_what_is_changed_is_noted(fields: dict[str, Any], reason: Reason) -> None:
    assert reason in reasons(clean(**fields))


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"countries": ["NA"]}, "regions", ("na",)),
        ({"countries": ["Belgique"]}, "regions", ("be",)),
        ({"countries": [], "sub_regions": ["Western Europe"], "regions": ["Europe"]}, "regions", ("western-europe",)),
        ({"countries": ["BE"], "regions": ["Europe", "Africa"]}, "regions", ("be", "africa")),
        ({"topics": ["data management", "Data management"]}, "topics", ("Data management",)),
        ({"keywords": "privacy"}, "keywords", ("Privacy",)),
        ({"keywords": ["privacy, consent, photos"]}, "keywords", ("Privacy", "Consent", "Photos")),
        ({"audience": ["Nurses, Midwives"]}, "audiences", ("Nurses", "Midwives")),
        ({"audience": ["PhDStudent"]}, "audiences", ("PhD Student",)),
        ({"level": ["Expert", "Novice"]}, "levels", ("beginner", "advanced")),
        ({"languages": ["nl-BE"]}, "language", "nl"),
        (
            {"languages": [], "description": "Deze les gaat over het gesprek met patiënten op het net."},
            "language",
            "nl",
        ),
        ({"date": "2024"}, "year", 2024),
        ({"date": "2024-03-01 10:29:25 +0000"}, "year", 2024),
        ({"type": ["event"], "date": "2024-03-01", "level": []}, "start_date", date(2024, 3, 1)),
        ({"type": ["event"], "level": [], "countries_unresolved": ["Virtual"]}, "place", "Virtual"),
        ({"title": "Questions &amp; answers\n"}, "title", "Questions & answers"),
        ({"provider": ["One", "Two"]}, "publishers", ("Two",)),
        ({"provider": []}, "organisation", "test"),
        ({"id": None, "url": "https://example.org/x"}, "identifier", "https://example.org/x"),
    ],
)
def test_what_is_made_of_a_field(fields: dict[str, Any], name: str, value: object) -> None:
    assert getattr(clean(**fields).record, name) == value


def test_an_unknown_country_is_a_reason_to_refuse_when_strict() -> None:
    with pytest.raises(RecordRefusedError):
        clean_row(Row(1, fields=record(countries=["ZZ"])), PLACES, strict=True)


def test_the_fingerprint_is_of_what_ends_up_on_the_page() -> None:
    assert clean().record.fingerprint == clean(title="Answering  patients online, part 1 ").record.fingerprint
    assert clean().record.fingerprint != clean(title="Another").record.fingerprint
