"""Mistyped words: asked of the titles with every page, mended in what was typed.

Right words are those of titles that everybody may read: a word of another one would give it away. One mistake is looked
for first; two bring worse words, and are used where one brings none.
"""

from collections.abc import Mapping
from typing import Any

from search.elasticsearch.bodies import Body
from search.elasticsearch.fields import SPELLING
from search.question.nodes import Question
from search.question.spelling import mend
from search.words import fold, split_words

ONE, TWO = "one", "two"  # mistakes a word


def spelling(question: Question) -> Body:
    """Return the part of a search that asks for mistyped words."""
    words = _words(question)
    if not words:
        return {}
    return {"suggest": {"text": " ".join(words), ONE: _phrase(1), TWO: _phrase(2)}}


def _phrase(edits: int) -> Body:
    generator = {"field": SPELLING, "suggest_mode": "missing", "max_edits": edits, "prefix_length": 0}
    options = {"field": SPELLING, "direct_generator": [generator], "token_limit": 60, "size": 1, "max_errors": 5}
    return {"phrase": options}


def _words(question: Question) -> list[str]:
    """Return the words that may be mistyped, folded."""
    return [fold(word) for words in question.scored for word in words.words]


def correction_of(question: Question, answer: Mapping[str, Any]) -> str:
    """Return what was typed with its mistyped words mended, or nothing."""
    suggested = answer.get("suggest", {})
    asked = _words(question)
    for mistakes in (ONE, TWO):
        options = [option for entry in suggested.get(mistakes, ()) for option in entry["options"]]
        if options and (mended := _replaced(asked, split_words(options[0]["text"]))):
            return mend(question.text, mended)
    return ""


def _replaced(asked: list[str], right: list[str]) -> dict[str, str]:
    if len(asked) != len(right):
        return {}
    return {wrong: word for wrong, word in zip(asked, right, strict=True) if wrong != word}
