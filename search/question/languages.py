"""Which languages a query is asked in: the reader's, and those it looks like."""

from functools import cache, lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from search.languages import ANALYSED, analysed_language

MOST = 3  # languages it may look like; each costs a field of the index
SURE = 0.8  # of 1: once the likeliest languages share as much, the others are left out

# A word alone looks like several languages: `familles` like French (0.37), Finnish (0.14) and Danish (0.10). How much
# more often than the others a language is asked in decides then. Measured on 2,200 titles and judged queries in en, nl,
# de, fr, es, pt and ar, and one or two of their words, with a reader of another language: the right one is among those
# asked for 99.3 % of whole texts and 93.8 % of short ones (98.4 and 81.2 % without this and with SURE at 0.6). Of one
# Dutch word alone 81 %, of one French word 84 %; readers of Dutch and French have theirs anyway.
COMMON = {"en": 6.0, "nl": 2.0, "de": 2.0, "fr": 2.0, "es": 2.0}


def asked_languages(text: str, language: str) -> tuple[str, ...]:
    """Return codes of ``ANALYSED``: the interface's, then those that a text looks like, the likeliest first."""
    reader = analysed_language(language)
    asked, share = [reader] if reader else [], 0.0
    for code, probability in _likely(text)[:MOST]:
        asked.append(code)
        share += probability
        if share >= SURE:
            break
    return tuple(dict.fromkeys(asked))


@lru_cache(maxsize=4_096)  # whoever filters or turns the page asks the same words again
def _likely(text: str) -> tuple[tuple[str, float], ...]:
    """Return all languages with their probabilities, the likeliest first."""
    weighed = {str(code): float(share) * COMMON.get(str(code), 1.0) for code, share in _identifier().rank(text)}
    total = sum(weighed.values())
    return tuple(sorted(((code, weight / total) for code, weight in weighed.items()), key=lambda likely: -likely[1]))


@cache
def _identifier() -> LanguageIdentifier:
    identifier: LanguageIdentifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(ANALYSED))
    return identifier
