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
BORDER = TAG  # a token between two texts, so that no phrase reaches from one into the next

Tokens = tuple[str, ...]

_one_at_a_time = Lock()  # stemmers keep the word in themselves


@lru_cache(maxsize=100_000)  # texts repeat their words
def folded_tokens(word: str) -> Tokens:
    """Return the tokens of a lower-case word as it is: its folded form, or each two signs of a Chinese one."""
    if not word.isascii() and CJK.search(word):
        return tuple(filter(None, (fold(word[start:end]) for start, end in word_parts(word))))
    return tuple(filter(None, (fold(word)[:MAX_LETTERS],)))


@lru_cache(maxsize=200_000)
def stem_tokens(word: str, language: str | None) -> Tokens:
    """Return the stems of a lower-case word in a language of ``ANALYSED``, the one of the word as written first."""
    if language is None or len(word) > MAX_LETTERS or (language in OTHER_ALPHABETS and word.isascii()):
        return ()
    if not word.isascii() and CJK.search(word):
        return ()
    return tuple(f"{language}{TAG}{stem}" for stem in _stems(word, language))


def word_tokens(word: str, language: str | None) -> Tokens:
    """Return every token of a lower-case word of a text in a language."""
    return folded_tokens(word) + stem_tokens(word, language)


@lru_cache(maxsize=20_000)
def label_stems(word: str, languages: Tokens = tuple(ANALYSED)) -> Tokens:
    """Return the stems of a lower-case word of a label, whose language is not known: of every language, mixed."""
    stems = {token.partition(TAG)[2] for language in languages for token in stem_tokens(word, language)}
    return tuple(f"{ANY}{TAG}{stem}" for stem in sorted(stems))


def folded_text(texts: Iterable[str]) -> str:
    """Return texts as FTS5 takes them, unstemmed, each word in its place."""
    return f" {BORDER} ".join(" ".join(_each(folded_tokens, split_words(text.lower()))) for text in texts if text)


def stemmed_text(texts: Iterable[str], language: str) -> str:
    """Return texts as FTS5 takes them, stemmed, each word in its place; where nothing can be stemmed, folded.

    Second stems, of words whose accents change them, stand behind everything.
    """
    analysed = analysed_language(language)
    if analysed is None:
        return folded_text(texts)
    places: list[str] = []
    others: list[str] = []
    for text in filter(None, texts):
        places += [BORDER] if places else []
        for word in split_words(text.lower()):
            stems = stem_tokens(word, analysed)
            places += stems[:1] or folded_tokens(word)
            others += stems[1:]
    return " ".join([*places, BORDER, *others] if others else places)


def labels_text(labels: Iterable[str]) -> tuple[str, str]:
    """Return labels unstemmed, and the stems of their words, once each: a word in five labels is no more of a match."""
    words = [label.lower() for label in labels]
    stems = dict.fromkeys(stem for label in words for word in split_words(label) for stem in label_stems(word))
    return folded_text(dict.fromkeys(words)), " ".join(stems)


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


def _each(tokens_of: Callable[[str], Tokens], words: Iterable[str]) -> Iterator[str]:
    return (token for word in words for token in tokens_of(word))


def _stems(word: str, language: str) -> list[str]:
    stem_of = _stemmer(ANALYSED[language])
    with _one_at_a_time:
        stems = [stem_of(form) for form in dict.fromkeys((word, fold(word)))]
    return list(filter(None, dict.fromkeys(map(fold, stems))))


@cache
def _stemmer(algorithm: str) -> Callable[[str], str]:
    stem_of: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord
    return stem_of
