"""Guessing the language of a text, and saying nothing rather than something doubtful."""

from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from library.languages import CODES

ENOUGH = 40  # characters; a shorter title such as "Metagenomics" could be any language
TEXT_READ = 2_000  # characters; more does not make the guess better
CONFIDENT = 0.8  # of 1: names of species and programs pull short English texts towards Latin and others


def guess_language(text: str) -> str:
    """Return an ISO 639-1 code, or an empty string where the text is too short or the guess too doubtful."""
    if len(text) < ENOUGH:
        return ""
    language, confidence = _identifier().classify(text[:TEXT_READ])
    return str(language) if confidence >= CONFIDENT else ""


@cache
def _identifier() -> Any:
    """Load the model once, when the first text is guessed; it knows only languages that the library has."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(set(identifier.labels) & set(CODES)))
    return identifier
