"""A query is asked in the reader's language and in those it looks like."""

import pytest

from search.question.languages import MOST, asked_languages


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("nurses", "en"),
        ("hospital hygiene", "en"),
        ("ziekenhuis", "nl"),
        ("toestemming vragen", "nl"),
        ("Krankenhaus", "de"),
        ("Datenschutz im Krankenhaus", "de"),
        ("santé familles", "fr"),
        ("réseaux sociaux et patients", "fr"),
        ("Cómo pedir permiso antes de grabar", "es"),
        ("Redes sociais no hospital", "pt"),
        ("Tietosuoja sairaalassa", "fi"),
        ("социальные сети", "ru"),
        ("المستشفى", "ar"),
    ],
)
def test_the_language_of_a_query_is_asked_whoever_reads(text: str, language: str) -> None:
    for reader in ("en", "nl-be", "ja"):
        assert language in asked_languages(text, reader)


def test_the_reader_comes_first_and_only_where_there_is_a_stemmer() -> None:
    assert asked_languages("the quality of care in hospitals", "nl-be") == ("nl", "en")
    assert asked_languages("the quality of care in hospitals", "ja") == ("en",)


def test_there_are_never_more_than_four() -> None:
    for text in ("", "x", "123", "tips", "video", "疫苗", "a e i o u"):
        asked = asked_languages(text, "sv")
        assert asked[0] == "sv"
        assert len(asked) == len(set(asked)) <= MOST + 1
