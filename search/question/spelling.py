"""Mending what was typed: mistyped words are replaced where they stand, everything else stays as it is."""

import re
from collections.abc import Mapping

from search.words import WORD, fold

OPERATOR = "OR"  # written so it is no word of the question
NAMES_A_FIELD = re.compile(r":\S")  # what stands behind the name of a field; in a title a space follows the colon


def mend(text: str, mended: Mapping[str, str]) -> str:
    """Return a typed text with words replaced; ``mended`` has the right word for each folded wrong one.

    Signs, other words and names of fields stay: ``title:"Vacination" -meazles`` becomes
    ``title:"Vaccination" -measles``. A word keeps its capitals where it had them.
    """
    return WORD.sub(lambda match: _right_word(match, mended), text)


def _right_word(match: re.Match[str], mended: Mapping[str, str]) -> str:
    typed, right = match.group(), mended.get(fold(match.group()))
    names_a_field = NAMES_A_FIELD.match(match.string, match.end())
    return typed if right is None or typed == OPERATOR or names_a_field else _in_case_of(typed, right)


def _in_case_of(typed: str, right: str) -> str:
    if len(typed) > 1 and typed.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if typed[:1].isupper() else right
