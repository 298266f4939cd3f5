"""Function words, by language."""

import pytest

from search.function_words import FUNCTION_WORDS, says_little
from search.languages import ANALYSED, STOP_WORDS


def test_every_analysed_language_has_its_function_words() -> None:
    assert set(FUNCTION_WORDS) == set(ANALYSED)
    assert all(len(words) > 50 for words in FUNCTION_WORDS.values())


def test_no_list_is_a_copy_of_the_stop_words() -> None:
    assert all(words - STOP_WORDS for words in FUNCTION_WORDS.values())


@pytest.mark.parametrize(
    ("word", "languages", "expected"),
    [
        ("How", ("en",), True),
        ("war", ("en",), False),
        ("war", ("de",), True),
        ("war", ("en", "de"), True),
        ("können", ("de",), True),
        ("konnen", ("de",), True),
        ("hospital", ("en", "nl"), False),
        ("how", (), False),
        ("how", ("zh",), False),
    ],
)
def test_a_word_says_little_in_its_own_language(word: str, languages: tuple[str, ...], expected: bool) -> None:
    assert says_little(word, languages) is expected
