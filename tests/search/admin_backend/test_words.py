"""What was typed into the search of the CMS, made safe."""

import pytest
from modelsearch.query import MATCH_ALL, Phrase, PlainText

from search.admin_backend.words import MAX_LENGTH, MAX_WORDS, tidy, words_of

TYPED = {
    "plain": ("consent form", "consent form"),
    "double quotes": ('the "golden hour"', "the golden hour"),
    "one quote": ('"', ""),
    "only signs": ("— * ()", ""),
    "nothing": ("", ""),
    "a zero byte": ("con\x00sent", "con sent"),
    "an address": ("ana@example.org", "ana@example.org"),
    "an apostrophe": ("l'eau", "l'eau"),
    "Arabic": ("مستشفى جديد", "مستشفى جديد"),
    "query language": ("title:x AND (y OR z*) ^2", "title x AND y OR z 2"),
    "a percent sign": ("50% off", "50% off"),
}


@pytest.mark.parametrize("case", TYPED)
def test_only_words_are_left(case: str) -> None:
    typed, expected = TYPED[case]
    assert words_of(typed) == expected


def test_words_are_not_endless() -> None:
    assert len(words_of("a " * 10_000).split()) == MAX_WORDS
    assert len(words_of("a" * 10_000)) == MAX_LENGTH


def test_every_form_of_a_query_is_made_safe() -> None:
    assert tidy('"a"') == "a"
    plain = tidy(PlainText('"a"', operator="or"))
    assert isinstance(plain, PlainText)
    assert (plain.query_string, plain.operator) == ("a", "or")
    phrase = tidy(Phrase('"a b"'))
    assert isinstance(phrase, Phrase)
    assert phrase.query_string == "a b"
    assert tidy(MATCH_ALL) is MATCH_ALL
