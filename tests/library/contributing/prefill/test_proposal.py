"""From what a file says of itself to a proposal: junk of programs is left out, guesses are called guesses."""

import pytest

from library.contributing.prefill.proposal import language_of, name_in_words, people_of, propose, title_of, year_of
from library.contributing.prefill.stated_licence import stated_licence
from library.files.reading.about import About
from library.files.reading.outcome import Ending, FoundPassage, Reading
from tests.factories import LicenceFactory

DUTCH = "Vraag het eerst aan iedereen in de kamer voordat u begint te filmen, en vraag het de volgende dag nog eens."


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Asking first", "Asking first"),
        ("Microsoft Word - asking first.docx", "asking first"),
        ("PowerPoint Presentation", ""),
        ("Document1", ""),
        ("untitled", ""),
        ("  ", ""),
        ("x" * 300, "x" * 255),
    ],
)
def test_titles(said: str, title: str) -> None:
    assert title_of(said) == title


@pytest.mark.parametrize(
    ("said", "people"),
    [
        (("Nora Maes; Bo Chen",), ("Nora Maes", "Bo Chen")),
        (("Nora Maes, Bo Chen",), ("Nora Maes", "Bo Chen")),
        (("Maes, Nora",), ("Maes, Nora",)),
        (("Nora Maes", "Nora Maes"), ("Nora Maes",)),
        (("Windows User",), ()),
        (("python-docx", ""), ()),
        (("https://facebook.example/zeeduin",), ()),
    ],
)
def test_people(said: tuple[str, ...], people: tuple[str, ...]) -> None:
    assert people_of(said) == people


@pytest.mark.parametrize(("said", "code"), [("nl-BE", "nl"), ("en_GB", "en"), ("und", ""), ("klingon", ""), ("", "")])
def test_languages(said: str, code: str) -> None:
    assert language_of(said) == code


@pytest.mark.parametrize(
    ("said", "year"),
    [("D:20240512101010Z", 2024), ("2023-01-02T10:00:00", 2023), ("12345678", None), ("2999", None), ("", None)],
)
def test_years(said: str, year: int | None) -> None:
    assert year_of(said) == year


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("https://creativecommons.org/licenses/by/4.0/deed.nl", True),
        ("CC-BY-4.0", True),
        ("Shared under CC BY 4.0 by the hospital.", True),
        ("All rights reserved.", False),
        ("CC BY-SA 4.0", False),
        ("Either CC BY 4.0 or CC BY-NC 4.0", False),
        ("We say CC by heart.", False),
    ],
)
def test_only_one_clear_licence_that_the_library_has(said: str, found: bool) -> None:
    licence = LicenceFactory()
    assert stated_licence([said]) == (licence if found else None)


def reading(about: About | None, text: str = DUTCH) -> Reading:
    return Reading(Ending.READ, passages=(FoundPassage(1, "", text),), about=about)


@pytest.mark.django_db
def test_what_is_stated_comes_before_what_is_seen() -> None:
    proposal = propose(reading(About(title="Asking first", language="en-GB", date="2024")), "five_questions.pdf")
    assert (proposal.title, proposal.language, proposal.year) == ("Asking first", "en", 2024)
    assert proposal.guessed == frozenset()


@pytest.mark.django_db
def test_what_is_seen_is_called_a_guess() -> None:
    LicenceFactory()
    proposal = propose(reading(None, f"{DUTCH} CC BY 4.0"), "vijf_vragen-2024.pdf")
    assert (proposal.title, proposal.language) == ("vijf vragen 2024", "nl")
    assert proposal.licence is not None
    assert proposal.guessed == {"title", "language", "licence"}
    assert proposal.people == ()


def test_names_of_files_in_words() -> None:
    assert name_in_words("five_questions-2024.final.pdf") == "five questions 2024.final"
