"""Tokens of texts, labels and questions."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.embedded.analysis import (
    MAX_LETTERS,
    label_tokens,
    labels_tokens,
    question_alternatives,
    text_tokens,
    word_parts,
    word_tokens,
)


@pytest.mark.parametrize(
    ("word", "language", "tokens"),
    [
        ("ziekenhuizen", "nl", ("ziekenhuizen", "nl·ziekenhuis")),
        ("hospitals", "en", ("hospitals", "en·hospit")),
        ("hôpitaux", "fr", ("hopitaux", "fr·hopital")),
        ("vacinação", "pt", ("vacinacao", "pt·vacin", "pt·vacinaca")),  # stems with and without accents
        ("hospitals", None, ("hospitals",)),
        ("hospital", "ar", ("hospital",)),
        ("医院感染", None, ("医院", "院感", "感染")),
        ("院", "en", ("院",)),
        ("covid疫苗", None, ("covid", "疫苗")),
        ("医\u0301院", None, ("医", "院")),
    ],
)
def test_a_word_gives_its_folded_form_and_its_stems(word: str, language: str | None, tokens: tuple[str, ...]) -> None:
    assert word_tokens(word, language) == tokens


def test_overlong_runs_are_cut_and_not_stemmed() -> None:
    assert word_tokens("x" * 1_000, "en") == ("x" * MAX_LETTERS,)
    assert label_tokens("x" * 1_000) == ("x" * MAX_LETTERS,)


def test_a_text_gives_the_tokens_of_its_words_in_its_language() -> None:
    assert text_tokens(["Two Hospitals", "and more"], "en") == (
        "two en·two hospitals en·hospit and en·and more en·more"
    )
    assert text_tokens(["Two Hospitals"], "zh") == "two hospitals"


def test_labels_give_stems_of_every_language_once() -> None:
    tokens = labels_tokens(["Ziekenhuizen", "ziekenhuizen"]).split()
    assert tokens[0] == "ziekenhuizen"
    assert "any·ziekenhuis" in tokens
    assert len(tokens) == len(set(tokens))


def test_a_typed_word_matches_as_typed_or_by_its_stem_in_any_language() -> None:
    alternatives = question_alternatives("Ziekenhuizen")
    assert {("ziekenhuizen",), ("nl·ziekenhuis",), ("any·ziekenhuis",)} <= set(alternatives)


def test_the_signs_of_a_chinese_word_must_all_match() -> None:
    assert question_alternatives("医院感染") == (("医院", "院感", "感染"),)


def test_parts_of_a_word_lie_where_they_are_in_it() -> None:
    assert list(word_parts("covid疫苗接")) == [(0, 5), (5, 7), (6, 8)]


def test_threads_do_not_disturb_each_other() -> None:
    words = [f"nursing{letter}s" for letter in "abcdefghijklmnopqrstuvwxyz"] * 4
    expected = [question_alternatives.__wrapped__(word) for word in words]
    label_tokens.cache_clear()
    word_tokens.cache_clear()
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(question_alternatives.__wrapped__, words)) == expected
