"""Terms that fit what is typed: by the beginning of any word of any label in any language, one letter being wrong."""

from collections.abc import Sequence
from heapq import nsmallest

from search.languages import STOP_WORDS
from search.vocabulary.labels import Label, LabelTable
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term
from search.words import fold, split_words

MAX_WORDS = 8  # of what is typed; labels are shorter
MANY = 500  # labels; of so many, which a letter alone begins, those in the reader's language will do
SHORTEST_NEAR = 3  # letters from which a word of a question says something about a topic

Rank = tuple[object, ...]


def matching_terms(text: str, facet: str, vocabulary: Vocabulary, language: str, limit: int) -> tuple[Term, ...]:
    """Return the terms of which one label has every word that is begun in a text, the best first.

    Whole labels come before parts, right words before mistyped ones, the reader's language before others.
    """
    words = [fold(word) for word in split_words(text)][:MAX_WORDS]
    return _best(words, facet, vocabulary, language, limit, at_least=len(words), doubt=True) if words else ()


def near_terms(words: Sequence[str], facet: str, vocabulary: Vocabulary, language: str, limit: int) -> tuple[Term, ...]:
    """Return the terms with a label that has any of the words of a question, those with more of them first.

    A word that some label has is not thought mistyped: *consent* is near Consent, not near Content creators.
    """
    telling = [word for word in map(fold, words) if len(word) >= SHORTEST_NEAR and word not in STOP_WORDS][:MAX_WORDS]
    return _best(telling, facet, vocabulary, language, limit, at_least=1, doubt=False)


def _best(
    words: Sequence[str], facet: str, vocabulary: Vocabulary, language: str, limit: int, *, at_least: int, doubt: bool
) -> tuple[Term, ...]:
    table = vocabulary.labels(facet)
    found = _found(table, words, at_least, doubt)
    if not found:
        return ()
    reader = language.partition("-")[0]
    if len(found) > MANY:
        found = {number: ranks for number, ranks in found.items() if table.labels[number].language == reader} or found
    best: dict[str, Rank] = {}
    for number, mistakes in found.items():
        label = table.labels[number]
        rank = (*mistakes, *_rank(label, words, reader))
        if label.code not in best or rank < best[label.code]:
            best[label.code] = rank
    terms = vocabulary.terms(facet)
    return tuple(terms[code] for code in nsmallest(limit, best, key=best.__getitem__))


def _found(table: LabelTable, words: Sequence[str], at_least: int, doubt: bool) -> dict[int, tuple[int, int]]:
    """Return the numbers of labels with at least so many of the words, each with words missing and words mistyped.

    ``doubt`` thinks of mistakes in words that some label begins with, too.
    """
    missing: dict[int, int] = {}
    mistyped: dict[int, int] = {}
    for word in words:
        right = table.begun(word)
        near = table.nearly_begun(word) - right if doubt or not right else set()
        for number in (*right, *near):
            missing[number] = missing.get(number, len(words)) - 1
        for number in near:
            mistyped[number] = mistyped.get(number, 0) + 1
    allowed = len(words) - at_least
    return {number: (left, mistyped.get(number, 0)) for number, left in missing.items() if left <= allowed}


def _rank(label: Label, words: Sequence[str], reader: str) -> Rank:
    """Return what orders labels with equally many words right: the smaller, the better."""
    whole = label.words == tuple(words)
    starts = label.words[0].startswith(words[0])
    return (not whole, not starts, label.language != reader, not label.preferred, len(label.words), label.key)
