"""LabelTable: every label of a facet's terms, prepared so that what is typed finds them by the beginnings of words."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from search.languages import SHORT_WORD
from search.vocabulary.terms import Term
from search.words import CJK, fold, split_words

LAST = "\U0010ffff"  # sorts after every letter
LONGEST_BEGINNING = 20  # letters of a word that are looked up with a typing mistake; nobody needs more to say which


@dataclass(frozen=True, slots=True)
class Label:
    """A name or alternative label of a term in one language, its words folded; ``key`` is all of them."""

    code: str
    language: str
    words: tuple[str, ...]
    key: str
    preferred: bool


class LabelTable:
    """The labels of one facet. Never changed once made, so threads share it.

    Words are looked up in a sorted list; with one mistake in a tree of their beginnings, kept as a mapping from each
    beginning to the letters that follow it: 2,000 topics with labels in five languages take some megabytes.
    """

    def __init__(self, terms: Mapping[str, Term]) -> None:
        """Fold and sort every label."""
        self.labels = [label for term in terms.values() for label in labels_of(term)]
        self.codes: dict[str, set[str]] = defaultdict(set)
        self._holders: dict[str, set[int]] = defaultdict(set)
        for number, label in enumerate(self.labels):
            self.codes[label.key].add(label.code)
            for word in label.words:
                for part in _beginnings_in(word):
                    self._holders[part].add(number)
        self._keys, self._words = sorted(self.codes), sorted(self._holders)
        self._next = _following_letters(self._words)

    def named(self, key: str) -> frozenset[str]:
        """Return the codes of which a label, or the code itself, is exactly this."""
        return frozenset(self.codes.get(key, ()))

    def beginning(self, key: str) -> frozenset[str]:
        """Return the codes of which a label begins with this."""
        return frozenset(code for label in _range(self._keys, key) for code in self.codes[label])

    def begun(self, word: str) -> set[int]:
        """Return the numbers of labels in which a word begins with this one."""
        return self._with(_range(self._words, word))

    def nearly_begun(self, word: str) -> set[int]:
        """Return the numbers of labels in which a word begins with this one, one letter of it being wrong."""
        if len(word) < SHORT_WORD or len(word) > LONGEST_BEGINNING:
            return set()
        return {number for near in set(self._one_edit(word)) for number in self.begun(near)}

    def _with(self, words: Iterator[str]) -> set[int]:
        return set().union(*(self._holders[word] for word in words))

    def _one_edit(self, word: str) -> Iterator[str]:
        """Yield beginnings of words in the table that are one insertion, deletion, exchange or swap from a word."""
        for at in range(len(word) + 1):
            before, after = word[:at], word[at:]
            if before not in self._next:
                return
            candidates = [before + after[1:], before + after[1:2] + after[:1] + after[2:]] if after else []
            for letter in self._next[before]:
                candidates += (before + letter + after, before + letter + after[1:])
            yield from (near for near in candidates if near in self._next)


def labels_of(term: Term) -> Iterator[Label]:
    """Yield the code, every name and every alternative label of a term that has a word in it."""
    texts = [(language, name, True) for language, name in term.names.items()]
    texts += [(language, text, False) for language, texts in term.alternatives.items() for text in texts]
    for language, text, preferred in [*texts, ("", term.code, False)]:
        words = tuple(fold(word) for word in split_words(text))
        if words:
            yield Label(term.code, language, words, " ".join(words), preferred)


def _beginnings_in(word: str) -> Iterator[str]:
    """Yield a word; of one in Chinese, Japanese or Korean what begins at each sign: it may be several words."""
    yield word
    if CJK.match(word):
        yield from (word[at:] for at in range(1, len(word)))


def _range(words: list[str], beginning: str) -> Iterator[str]:
    first, last = bisect_left(words, beginning), bisect_left(words, beginning + LAST)
    return iter(words[first:last])


def _following_letters(words: list[str]) -> dict[str, str]:
    following: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for at in range(min(len(word), LONGEST_BEGINNING + 1)):
            following[word[:at]].add(word[at])
        following[word[: LONGEST_BEGINNING + 1]].update(())  # a whole word is a beginning too
    return {beginning: "".join(sorted(letters)) for beginning, letters in following.items()}
