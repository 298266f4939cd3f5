"""Words: how a text is split into them, and how accents and case are taken away. The same for every language."""

import re
import unicodedata
from functools import lru_cache

# Combining marks belong to the letter before them; `\w` leaves them out, which would cut Hindi or decomposed é in two.
_MARKS = "".join(chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)).startswith("M"))
WORD = re.compile(f"[^\\W_](?:[^\\W_]|[{re.escape(_MARKS)}])*")
# Han, Hiragana, Katakana and Hangul: written without spaces between words, or with endings glued on.
_CJK = (
    "\u1100-\u11ff\u3040-\u30ff\u3105-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U000323af"
)
CJK = re.compile(f"[{_CJK}]")
_SCRIPT_RUN = re.compile(f"[{_CJK}]+|[^{_CJK}]+")

_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|all|dall|dell|nell|sull)['’](?=\w)", re.IGNORECASE)  # l'hôpital, dell'anno
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)  # the patient's family
_KEPT_MARKS = frozenset({0, 7, 8, 9})  # combining classes: vowel signs, nukta, kana voicing, virama change the word
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "·": ""}  # ŀ is l·
)


def split_words(text: str) -> list[str]:
    """Return the words of a text in their order: runs of letters, digits and marks."""
    return WORD.findall(text)


def question_words(text: str) -> list[str]:
    """Return the words a person typed, without the article elided in ``l'hôpital`` and the ``s`` of ``patient's``."""
    return split_words(_POSSESSIVE.sub(" ", _ELISION.sub(" ", text)))


def script_runs(word: str) -> list[str]:
    """Return the stretches of a word that are Chinese, Japanese or Korean, and those between: ``covid疫苗`` is two."""
    return _SCRIPT_RUN.findall(word)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word in lower case without accents: ``Café`` is ``cafe``, ``Straße`` is ``strasse``."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(part for part in parts if unicodedata.combining(part) in _KEPT_MARKS)
    return unicodedata.normalize("NFC", bare).casefold().translate(_LETTERS)
