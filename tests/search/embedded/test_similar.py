"""Words with typing mistakes."""

import pytest

from search.embedded.similar import MAX_SIMILAR, similar_words

VOCABULARY = ("hospital", "hospitals", "hospice", "media", "median", "flu", "cafe")


@pytest.mark.parametrize(
    ("typed", "similar"),
    [
        ("hospitl", ("hospital",)),  # seven letters: one mistake
        ("hosptals", ("hospitals", "hospital")),  # the nearest first
        ("Médai", ("media",)),  # a swap is one mistake
        ("kafe", ("cafe",)),
        ("flx", ()),
        ("xyzzy", ()),
    ],
)
def test_similar_words_are_near(typed: str, similar: tuple[str, ...]) -> None:
    assert similar_words(typed, VOCABULARY) == similar


def test_the_most_frequent_of_equally_near_words_come_first_and_their_number_is_bounded() -> None:
    vocabulary = tuple(f"wor{chr(97 + n)}" for n in range(26)) + tuple(f"{chr(97 + n)}ord" for n in range(26))
    assert similar_words("word", vocabulary)[0] == "word"
    assert len(similar_words("word", vocabulary)) == MAX_SIMILAR
