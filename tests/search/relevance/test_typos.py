"""One random mistake in one long word."""

import numpy as np
import pytest
from rapidfuzz.distance import OSA

from search.relevance.typos import EDITS, long_words, typos
from search.words import fold, split_words

TITLE = "Bessere Händehygiene auf der Station: ein Leitfaden"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [("delete", "wrd"), ("insert", "wxord"), ("substitute", "wxrd"), ("transpose", "wrod")],
)
def test_each_edit_changes_a_word_at_its_place(edit: str, expected: str) -> None:
    assert EDITS[edit]("word", 1, "x") == expected


@pytest.mark.parametrize("place", [0, 3])
def test_the_first_and_the_last_letter_may_go(place: int) -> None:
    assert EDITS["delete"]("word", place, "") == {0: "ord", 3: "wor"}[place]


def test_long_words_have_five_letters_of_an_alphabet() -> None:
    found = [match.group() for match in long_words("Zorg4all, zorgen voor de COVID19 医療従事者ガイド Ärzte")]
    assert found == ["zorgen", "Ärzte"]


@pytest.mark.parametrize("seed", range(50))
def test_a_mistake_is_one_edit_in_one_long_word(seed: int) -> None:
    for typo in typos(TITLE, np.random.default_rng(seed)):
        wrong, right = split_words(typo.wrong), split_words(typo.right)
        differing = [(one, other) for one, other in zip(wrong, right, strict=True) if one != other]
        assert [one for one, _other in differing] == [typo.wrong_word]
        assert OSA.distance(fold(differing[0][0]), fold(differing[0][1])) in (
            1,
            2,
        )  # ä stands for one letter, ß for two
        assert len(differing[0][1]) >= 5


def test_a_title_and_a_few_of_its_words_have_the_same_mistake() -> None:
    whole, few = typos(TITLE, np.random.default_rng(3))
    assert (whole.kind, whole.right) == ("title", TITLE)
    assert whole.wrong_word == few.wrong_word
    assert few.right in TITLE
    assert few.kind == f"{len(split_words(few.right))} word{'s' * (len(split_words(few.right)) > 1)}"


def test_every_edit_every_length_and_the_first_letter_come_up() -> None:
    random = np.random.default_rng(1)
    pairs = [typos(TITLE, random) for _ in range(200)]
    assert {whole.edit for whole, _few in pairs} == set(EDITS)
    assert {few.kind for _whole, few in pairs} == {"1 word", "2 words", "3 words"}
    assert any(fold(whole.wrong_word)[1:] in {"essere", "andehygiene"} for whole, _few in pairs)


def test_the_same_seed_makes_the_same_mistakes() -> None:
    assert typos(TITLE, np.random.default_rng(7)) == typos(TITLE, np.random.default_rng(7))
    assert typos("Aaaaa", np.random.default_rng(7))[0].wrong != "Aaaaa"


def test_a_title_of_one_word_has_no_neighbours() -> None:
    whole, few = typos("Vaccination", np.random.default_rng(0))
    assert (few.kind, few.wrong) == ("1 word", whole.wrong)
