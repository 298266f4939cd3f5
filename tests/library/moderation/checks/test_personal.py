"""Signs of personal data of patients, in several languages, and what only looks like them."""

import pytest

from library.models import ResourcePerson
from library.moderation.checks.personal.check import PersonalData
from library.moderation.checks.personal.numbers import is_bsn, is_nhs_number
from tests.factories import CaseStudyFactory
from tests.library.moderation.checks.looking import attach, look

SIGNS = [
    ("She was born on 12 March 1961 in Leeds.", "birth"),
    ("Name: Ana Smith, DOB: 12/03/1961", "birth"),
    ("Date of birth 1961-03-12", "birth"),
    ("born March 12, 1961", "birth"),
    ("Mevrouw De Vries, geboren op 12-03-1961", "birth"),
    ("Geboortedatum: 12 maart 1961", "birth"),
    ("Jan de Vries, geb. 12-3-61", "birth"),
    ("Maria Müller, geboren am 12.03.1961", "birth"),
    ("Geburtsdatum: 12. März 1961", "birth"),
    ("Jean Dupont, né le 12 mars 1961", "birth"),
    ("Marie Dupont, née le 12/03/1961", "birth"),
    ("Fecha de nacimiento: 12 de marzo de 1961", "birth"),
    ("Data di nascita: 12/03/1961", "birth"),
    ("nascida em 12 de março de 1961", "birth"),
    ("дата рождения: 12.03.1961", "birth"),
    ("Hans Meier (*12.03.1961) kam zu uns", "birth"),
    ("Patient: Jan de Vries", "patient"),
    ("Patient name: Ana Smith", "patient"),
    ("Patiënt: mevr. stond er. Naam patiënt: Piet Jansen", "patient"),
    ("Patientin: Frau Müller", "patient"),
    ("Paciente: María García López", "patient"),
    ("Nom du patient : Jean Dupont", "patient"),
    ("MRN: 00482913", "record"),
    ("Medical record number 4829-1377", "record"),
    ("patiëntnummer: 1234567", "record"),
    ("Dossiernummer 20191234", "record"),
    ("Número de historia clínica: 483920", "record"),
    ("BSN 111222333", "bsn"),
    ("burgerservicenummer: 1112.22.333", "bsn"),
    ("NHS number: 943 476 5919", "nhs"),
    ("Ask Mrs Smith on 0113 496 0999 after six.", "phone"),
]
FALSE_ALARMS = [
    "Florence Nightingale was born on 12 May 1820.",
    "The campaign was born in 2014.",
    "World Health Day is on 07-04-2024.",
    "Patient: someone who waits. Patients: what they say about filming.",
    "Patient safety: a guide for wards",
    "BSN 111222334",
    "NHS number: 943 476 5918",
    "Call the ward on 0113 496 0999.",
    "ISBN 978-3-16-148410-0, doi 10.1000/182, https://example.org/1234567890",
    "We counted 123456789 views and 111222333 clicks.",
    "Wij vroegen de patiënt: mag dit gefilmd worden?",
    "Contact: Ana Jansen, press officer",
    "The medical record number is never shown on a film.",
    "A nurse born in Kenya, aged 41, told us on 12 March 2024.",
    "Fallnummer und Geburtsdatum werden nie gezeigt.",
    "Babies born at term: 12.5 of 20",
]


@pytest.mark.django_db
@pytest.mark.parametrize(("text", "sign"), SIGNS)
def test_signs_are_found_and_struck_out(text: str, sign: str) -> None:
    found = look(PersonalData(), CaseStudyFactory.build(summary=text, parent=None))
    assert [each.data["sign"] for each in found] == [sign]
    assert [each.field_name for each in found] == ["summary"]
    excerpt = found[0].data["excerpt"]
    assert "•" in excerpt
    assert not any(char.isdigit() for char in excerpt.replace(text.split()[0], ""))


@pytest.mark.django_db
@pytest.mark.parametrize("text", FALSE_ALARMS)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert look(PersonalData(), CaseStudyFactory.build(summary=text, parent=None)) == []


@pytest.mark.django_db
def test_inside_a_file_the_page_is_named_and_nothing_of_the_person_is_kept() -> None:
    page = CaseStudyFactory()
    attach(page, "Nothing here.", "Patient: Jan de Vries, geboren op 12-03-1961")
    found = look(PersonalData(), page)
    assert [(each.field_name, each.data["file"], each.data["place"]) for each in found] == [
        ("files", "Consent form.pdf", 2),
        ("files", "Consent form.pdf", 2),
    ]
    kept = str([each.data for each in found])
    assert not any(secret in kept for secret in ("Jan", "Vries", "1961", "12-03"))
    assert "page 2" in PersonalData().message(found[0].data)


@pytest.mark.django_db
def test_authors_may_be_named() -> None:
    page = CaseStudyFactory()
    page.people.add(ResourcePerson(name="Patient: Jan de Vries"))
    assert look(PersonalData(), page) == []


@pytest.mark.django_db
def test_only_so_many_places_are_named_for_each_sign() -> None:
    page = CaseStudyFactory.build(summary="DOB 12/03/1961. " * 50, parent=None)
    assert len(look(PersonalData(), page)) == 5
    assert len(look(PersonalData(), page, places=2)) == 2


@pytest.mark.parametrize(("number", "valid"), [("111222333", True), ("123456782", True), ("123456789", False)])
def test_dutch_numbers_pass_their_test(number: str, valid: bool) -> None:
    assert is_bsn(number) is valid


@pytest.mark.parametrize(("number", "valid"), [("943 476 5919", True), ("4010232137", True), ("943 476 5910", False)])
def test_british_numbers_pass_theirs(number: str, valid: bool) -> None:
    assert is_nhs_number(number) is valid
