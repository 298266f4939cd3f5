"""What both engines share about languages and questions."""

import pytest
import snowballstemmer

from search.languages import ANALYSED, STOP_WORDS, analysed_language, edits_allowed, significant_words
from search.words import fold


def test_every_analysed_language_has_a_stemmer() -> None:
    assert set(ANALYSED.values()) <= set(snowballstemmer.algorithms())


@pytest.mark.parametrize(
    ("code", "language"), [("nl", "nl"), ("nl-be", "nl"), ("PT-BR", "pt"), ("zh", None), ("und", None), ("", None)]
)
def test_the_stemmer_of_a_language_serves_its_variants(code: str, language: str | None) -> None:
    assert analysed_language(code) == language


@pytest.mark.parametrize(
    ("words", "significant"),
    [
        ([], []),
        (["care", "of", "the", "wound"], ["care", "wound"]),
        (["The", "Who"], ["Who"]),
        (["the"], ["the"]),
        (["hepatitis", "A"], ["hepatitis", "A"]),
        (["réseaux", "à", "l", "hôpital"], ["réseaux", "l", "hôpital"]),
        (["für", "Pflege"], ["Pflege"]),
    ],
)
def test_stop_words_do_not_count_unless_they_come_last(words: list[str], significant: list[str]) -> None:
    assert significant_words(words) == significant


def test_stop_words_are_compared_without_accents() -> None:
    assert {fold(word) for word in STOP_WORDS} == STOP_WORDS


@pytest.mark.parametrize("word", ["war", "door", "sur", "who", "it", "no", "us", "les"])
def test_words_that_mean_something_elsewhere_are_no_stop_words(word: str) -> None:
    # "no" and "les" are the two exceptions: both are function words in two of the languages
    assert (word in STOP_WORDS) == (word in {"no", "les"})


@pytest.mark.parametrize(("word", "edits"), [("flu", 0), ("care", 1), ("nursing", 1), ("hospital", 2)])
def test_longer_words_may_have_more_mistakes(word: str, edits: int) -> None:
    assert edits_allowed(word) == edits
