"""Words and folding."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.words import WORD, fold, question_words, script_runs, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wash your hands!", ["Wash", "your", "hands"]),
        ("covid-19, foo_bar", ["covid", "19", "foo", "bar"]),
        ("हिन्दी में", ["हिन्दी", "में"]),  # vowel signs and virama stay in the word
        ("cafe\u0301", ["cafe\u0301"]),
        ("l’hôpital", ["l", "hôpital"]),
        ("医院感染", ["医院感染"]),
        ("🏥 … \u0301 ()", []),
    ],
)
def test_words_are_runs_of_letters_digits_and_marks(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l'hôpital", ["hôpital"]),
        ("qu’un", ["un"]),
        ("dell'ospedale", ["ospedale"]),
        ("the patient's family", ["the", "patient", "family"]),
        ("vitamin C", ["vitamin", "C"]),  # a letter by itself is a word
    ],
)
def test_elided_articles_and_possessives_are_no_words_of_a_question(text: str, words: list[str]) -> None:
    assert question_words(text) == words


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Café", "cafe"),
        ("cafe\u0301", "cafe"),
        ("Straße", "strasse"),
        ("ØRSTED", "orsted"),
        ("Łódź", "lodz"),
        ("œuvre", "oeuvre"),
        ("Ёлка", "елка"),
        ("مُسْتَشْفَى", "مستشفى"),
        ("が", "が"),  # the voicing mark makes another letter
        ("हिन्दी", "हिन्दी"),
        ("한국", "한국"),
        ("ｆｕｌｌ", "full"),
    ],
)
def test_folding_takes_case_and_accents_away_and_nothing_else(word: str, folded: str) -> None:
    assert fold(word) == folded


@settings(deadline=None)
@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    for word in split_words(text):
        assert fold(fold(word)) == fold(word) != ""


def test_no_letter_folds_into_a_sign_of_the_query_language() -> None:
    letters = (chr(code) for code in range(0x10000) if WORD.match(chr(code)))
    assert not [letter for letter in letters if set(fold(letter)) & {'"', "·", "\x00"}]


def test_a_word_of_two_scripts_has_two_runs() -> None:
    assert script_runs("covid疫苗19") == ["covid", "疫苗", "19"]
