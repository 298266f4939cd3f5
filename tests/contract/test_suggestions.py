"""Titles for what is typed so far: any word's beginning, one letter wrong, within rights."""

import pytest

from search.access import VISITOR, Access
from tests.contract.documents import document
from tests.contract.shelf import Shelf

LIBRARY = (
    document(1, "Informed consent in practice", language="en"),
    document(2, "Consenting adults", language="en", type="event"),
    document(3, "Sociale media in het ziekenhuis", language="nl"),
    document(4, "Éducation thérapeutique du patient", language="fr"),
    document(5, "Consent of the board", language="en", restrictions=(7,)),
    document(6, "Больница и социальные сети", language="ru"),
    document(7, "住院病人手册", language="zh"),
    document(8, "Hand hygiene", summary="Consent is not in this title.", language="en"),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the titles on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


def suggested(shelf: Shelf, text: str, access: Access = VISITOR, limit: int = 5) -> list[int]:
    return [title.page_id for title in shelf.engine.suggest(text, access, limit)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hyg", {8}),  # a word in the middle
        ("H", {3, 8}),
        ("ziek", {3}),
        ("education", {4}),  # without accents
        ("thér", {4}),
        ("больн", {6}),
        ("病人", {7}),
        ("practice informed", {1}),  # in any order
        ("consent pra", {1}),
        ("hygeine", {8}),  # two letters swapped
        ("zeikenh", {3}),
        ("ygiene", {8}),  # the first letter missing
        ("xhygiene", {8}),
    ],
)
def test_titles_have_every_word_begun(shelf: Shelf, typed: str, found: set[int]) -> None:
    assert set(suggested(shelf, typed)) == found


def test_a_whole_word_comes_before_a_beginning_and_what_is_typed_before_what_is_similar(shelf: Shelf) -> None:
    assert suggested(shelf, "consent") == [1, 2]
    assert suggested(shelf, "consenting")[0] == 2


def test_hidden_titles_are_suggested_to_nobody_else(shelf: Shelf) -> None:
    assert 5 not in suggested(shelf, "consent board") + suggested(shelf, "board") + suggested(shelf, "bord")
    assert suggested(shelf, "board", Access(frozenset({7}))) == [5]


@pytest.mark.parametrize("typed", ["", " ", "?!", '"', "*", "words:", "xyzzy", "xy", "a" * 300, "consent " * 40, "'"])
def test_nothing_typed_is_an_error(shelf: Shelf, typed: str) -> None:
    assert len(suggested(shelf, typed)) <= 5


def test_no_more_are_suggested_than_there_is_room_for(shelf: Shelf) -> None:
    assert len(suggested(shelf, "i", limit=1)) == 1


def test_a_suggestion_says_all_that_is_shown(shelf: Shelf) -> None:
    (title,) = shelf.engine.suggest("adults", VISITOR, 5)
    shown = (title.page_id, title.type, title.title, title.url, title.language)
    assert shown == (2, "event", "Consenting adults", "/organisations/zeemeeuw/2/", "en")
