"""Which languages a query is asked in: the reader's, and those it looks like."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from search.languages import ANALYSED, analysed_language

MOST = 3  # languages it may look like; each costs a field of the index
SURE = 0.6  # of 1: once the likeliest languages share as much, the others are left out


def asked_languages(text: str, language: str) -> tuple[str, ...]:
    """Return codes of ``ANALYSED``: the interface's, then those that a text looks like, the likeliest first.

    A word alone looks like several languages: ``familles`` like French (0.37), Finnish (0.14) and Danish (0.10).
    """
    reader = analysed_language(language)
    asked, share = [reader] if reader else [], 0.0
    for code, probability in _identifier().rank(text)[:MOST]:
        asked.append(str(code))
        share += float(probability)
        if share >= SURE:
            break
    return tuple(dict.fromkeys(asked))


@cache
def _identifier() -> LanguageIdentifier:
    identifier: LanguageIdentifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(ANALYSED))
    return identifier
