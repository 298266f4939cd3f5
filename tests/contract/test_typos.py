"""Mistyped words: an engine answers as typed, and says how the question would read with its words mended."""

from typing import Any

import pytest

from search.access import Access
from tests.contract.documents import document
from tests.contract.shelf import Shelf

LIBRARY = (
    document(1, "Vaccination of children", language="en", body="A thermometer is seldom needed."),
    document(2, "Sociale media in het ziekenhuis", language="nl"),
    document(3, "Listening to patients", language="en", type="event"),
    document(4, "Café réunion", language="fr"),
    document(5, "Больница и социальные сети", language="ru"),
    document(6, "Vaccination campaigns", language="en"),
    document(7, "Acquisition of a clinic", language="en", restrictions=(5,)),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the texts on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("vacination", "vaccination"),  # a letter missing
        ("vaccinattion", "vaccination"),  # one too many
        ("waccination", "vaccination"),  # the first letter
        ("vaccinatoin", "vaccination"),  # two swapped
        ("vacinatoin", "vaccination"),  # two mistakes in a long word
        ("zikenhuis", "ziekenhuis"),
        ("patiemts", "patients"),
        ("болница", "больница"),
        ("listning to patients", "listening to patients"),
        ("socialle media in het zikenhuis", "sociale media in het ziekenhuis"),
    ],
)
def test_a_mistyped_word_is_mended_from_titles(shelf: Shelf, typed: str, mended: str) -> None:
    assert shelf.search(typed).correction == mended


def test_what_matches_as_typed_is_answered_and_nothing_else(shelf: Shelf) -> None:
    page = shelf.search("vacination")
    assert (page.total, page.hits, page.relaxed) == (0, (), False)


@pytest.mark.parametrize(
    "typed",
    [
        "vaccination",
        "Sociale media in het ziekenhuis",
        "cafe",
        "thermometer",  # in a text, not in a title
        "больница",
        "mad",  # too short to tell
        "12345",
        "vakzinazion",  # too many mistakes
        "xyzzy",
        "",
        "?!",
    ],
)
def test_what_is_right_or_beyond_help_is_left_alone(shelf: Shelf, typed: str) -> None:
    assert shelf.search(typed).correction == ""


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("Vacination, of  Children!", "Vaccination, of  Children!"),
        ("VACINATION", "VACCINATION"),
        ("listning [patiemts]", "listening [patients]"),
    ],
)
def test_signs_and_capitals_stay_as_typed(shelf: Shelf, typed: str, mended: str) -> None:
    assert shelf.search(typed).correction == mended


@pytest.mark.parametrize("choices", [{}, {"type": ("guide",)}, {"sort": "newest"}])
def test_choices_and_order_do_not_change_how_a_word_is_written(shelf: Shelf, choices: dict[str, Any]) -> None:
    assert shelf.search("listning", **choices).correction == "listening"


def test_a_question_that_asks_for_the_words_as_typed_gets_no_correction(shelf: Shelf) -> None:
    assert shelf.search("vacination", exact=True).correction == ""


@pytest.mark.parametrize("passed", [set(), {5}])
def test_the_words_of_titles_behind_a_restriction_are_told_to_nobody(shelf: Shelf, passed: set[int]) -> None:
    assert shelf.search("aquisition", Access(frozenset(passed))).correction == ""
