"""Text as it is stored: no characters that a database refuses or that nobody sees, one blank between words."""

import re
import unicodedata
from typing import Final

# Ligatures and Arabic letters in the shape they have on paper; searched for by their plain letters.
_PRESENTATION_FORMS: Final = re.compile("[\ufb00-\ufdff\ufe70-\ufefc]+")
# A hyphen that only a line's end asked for: marked as such by pdfium (U+FFFE, U+0002) or by the author (U+00AD).
_SOFT_HYPHEN: Final = re.compile("[\ufffe\x02\u00ad][\r\n]*")
# Controls, halves of surrogate pairs, private use, non-characters, marks of direction and width.
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\ufffc\uffff\U000e0000-\U0010ffff]"
)


def clean_text(text: str) -> str:
    """Return a text in composed letters, on one line, without what cannot be stored or seen."""
    text = _INVISIBLE.sub("", _SOFT_HYPHEN.sub("", text))
    text = _PRESENTATION_FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    return unicodedata.normalize("NFC", " ".join(text.split()))
