"""Tokens of texts, labels and questions."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.embedded.analysis import (
    MAX_LETTERS,
    folded_text,
    label_stems,
    labels_text,
    stem_tokens,
    stemmed_text,
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
    assert label_stems("x" * 1_000) == ()


def test_a_text_gives_its_words_in_their_places_unstemmed_and_stemmed() -> None:
    assert folded_text(["Two Hospitals", "", "Más"]) == "two hospitals · mas"
    assert stemmed_text(["Two Hospitals", "", "More"], "en") == "en·two en·hospit · en·more"


def test_second_stems_stand_behind_everything() -> None:
    assert stemmed_text(["Vacinação agora"], "pt") == "pt·vacin pt·agor · pt·vacinaca"


def test_what_no_stemmer_knows_stands_in_its_place_as_it_is() -> None:
    assert stemmed_text(["Two Hospitals"], "zh") == "two hospitals"
    assert stemmed_text(["Covid больницы"], "ru") == "covid ru·больниц"


def test_labels_give_their_words_and_stems_of_every_language_once() -> None:
    words, stems = labels_text(["Ziekenhuizen", "ziekenhuizen"])
    assert words == "ziekenhuizen"
    assert "any·ziekenhuis" in stems.split()
    assert len(stems.split()) == len(set(stems.split()))


def test_parts_of_a_word_lie_where_they_are_in_it() -> None:
    assert list(word_parts("covid疫苗接")) == [(0, 5), (5, 7), (6, 8)]


def test_threads_do_not_disturb_each_other() -> None:
    words = [f"nursing{letter}s" for letter in "abcdefghijklmnopqrstuvwxyz"] * 4
    expected = [stem_tokens.__wrapped__(word, "en") for word in words]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda word: stem_tokens.__wrapped__(word, "en"), words)) == expected
