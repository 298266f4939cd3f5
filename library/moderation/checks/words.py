"""Looking for words from a list in a text."""

import re
from functools import lru_cache


@lru_cache(maxsize=32)
def pattern_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern that finds any of these words or phrases, whole, whatever their case and the spaces in them.

    >>> bool(pattern_of(("all rights reserved",)).search("All  Rights reserved."))
    True
    """
    phrases = (r"\s+".join(re.escape(part) for part in word.split()) for word in words if word.split())
    return re.compile("|".join(rf"(?<!\w){phrase}(?!\w)" for phrase in phrases) or r"(?!)", re.IGNORECASE)
