"""Analysis: from a text to the tokens that FTS5 keeps, and from a typed word to the tokens that match it.

A word gives its folded form (``hôpitaux``: ``hopitaux``) and its stem in the text's language (``fr·hopital``). A stem
is taken of the word as written, which stemmers expect, and of the folded word, which is what people type.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from search.embedded.schema import TAG
from search.languages import ANALYSED, analysed_language
from search.words import CJK, fold, script_runs, split_words

MAX_LETTERS = 64  # a longer run is an address or a code: kept up to here, not stemmed
OTHER_ALPHABETS = frozenset({"ar", "ru"})  # their stemmers leave Latin words as they are
ANY = "any"  # tags stems of labels, which come in many languages at once

Alternatives = tuple[tuple[str, ...], ...]  # any of these matches; each matches when all of its tokens are there

_one_at_a_time = Lock()  # stemmers keep the word in themselves


@lru_cache(maxsize=100_000)  # stemming in Python takes 20 to 60 µs a word; texts repeat theirs
def word_tokens(word: str, language: str | None) -> tuple[str, ...]:
    """Return the tokens of one lower-case word of a text in a language of ``ANALYSED``, or in another (``None``)."""
    if CJK.search(word):
        return tuple(dict.fromkeys(filter(None, (fold(word[start:end]) for start, end in word_parts(word)))))
    folded = fold(word)[:MAX_LETTERS]
    if language is None or len(word) > MAX_LETTERS:
        return (folded,)
    return (folded, *(f"{language}{TAG}{stem}" for stem in _stems(word, language)))


@lru_cache(maxsize=20_000)
def label_tokens(word: str) -> tuple[str, ...]:
    """Return the tokens of a lower-case word whose language is not known: stems of every language, untold apart."""
    tokens = word_tokens(word, None)
    if CJK.search(word) or len(word) > MAX_LETTERS:
        return tokens
    stems = {stem for language in ANALYSED for stem in _stems(word, language)}
    return (*tokens, *(f"{ANY}{TAG}{stem}" for stem in sorted(stems)))


@lru_cache(maxsize=5_000)
def question_alternatives(word: str) -> Alternatives:
    """Return what matches a typed word: the word without accents, or its stem in any language.

    The signs of a Chinese word must all match, two by two.
    """
    word = word.lower()
    if CJK.search(word):
        return (word_tokens(word, None),)
    tagged = [token for language in ANALYSED for token in word_tokens(word, language)[1:]]
    return tuple((token,) for token in (*label_tokens(word), *tagged))


def text_tokens(texts: Iterable[str], language: str) -> str:
    """Return the tokens of texts in a language, as FTS5 takes them."""
    analysed = analysed_language(language)
    return " ".join(
        [token for text in texts for word in split_words(text.lower()) for token in word_tokens(word, analysed)]
    )


def labels_tokens(labels: Iterable[str]) -> str:
    """Return the tokens of labels, once each: a word in five labels is no more of a match."""
    return " ".join(
        dict.fromkeys(t for label in labels for word in split_words(label.lower()) for t in label_tokens(word))
    )


def word_parts(word: str) -> Iterator[tuple[int, int]]:
    """Yield where the parts begin and end that are looked up by themselves: the word, or each two Chinese signs."""
    start = 0
    for run in script_runs(word):
        if CJK.match(run):
            last = max(1, len(run) - 1)
            yield from ((start + place, start + min(place + 2, len(run))) for place in range(last))
        else:
            yield start, start + len(run)
        start += len(run)


def _stems(word: str, language: str) -> list[str]:
    if word.isascii() and language in OTHER_ALPHABETS:
        return []
    stem_of = _stemmer(ANALYSED[language])
    with _one_at_a_time:
        stems = [stem_of(form) for form in dict.fromkeys((word, fold(word)))]
    return list(dict.fromkeys(map(fold, stems)))


@cache
def _stemmer(algorithm: str) -> Callable[[str], str]:
    stem_of: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
    return stem_of
