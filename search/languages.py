"""Facts about languages and questions that both engines share, so that they mean the same by the same words."""

from collections.abc import Iterable, Sequence

from search.words import fold, split_words

# ISO 639-1 code: name of its stemmer in Snowball and, but for Dutch, of its analyzer in Elasticsearch. Snowball 3's
# `dutch` is Kraaij and Pohlmann's (`dutch_kp` in Elasticsearch); Porter's keeps ziekenhuizen and ziekenhuis apart.
ANALYSED: dict[str, str] = {
    "en": "english",
    "nl": "dutch",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "sv": "swedish",
    "da": "danish",
    "fi": "finnish",
    "ru": "russian",
    "ar": "arabic",
}

STRICT_WORDS = 3  # up to three words must all match; longer questions are ranked by any word (Cranfield: AND loses)
LONG_WORD = 8  # letters from which two typing mistakes are forgiven
SHORT_WORD = 4  # letters from which one is

_STOP_WORDS = {
    "en": "a an and are as at be by for from in is of on that the this to with",
    "nl": "aan bij de dat der den des dit een en het in is met naar op te uit voor",
    "de": "am auf bei das dem den der des ein eine einem einen einer eines für im in ist mit und von vom zu zum zur",
    "fr": "à au aux avec ce ces dans de des du en et la le les par pour que qui un une",
    "es": "a al con de del e el en la las lo los o para por que se su sus un una y",
    "it": "a ai al alla alle che con da dal dalla dei degli del della di e gli i il in la le lo nel nella per un una",
    "pt": "a ao aos as com da das de do dos e em na nas no nos o os para por que um uma",
    "sv": "att av de den det en ett för i med och på som till",
    "da": "af at de den det en er et for i med og på som til",
    "fi": "ja on se että",
    "ru": "в для и из к на не о от по с со у",
    "ar": "إلى على عن في من و",
}
# Function words of every language together: a question's language is not known. What is a word of its own in another
# language (`war`, `door`, `sur`, `it`, `who`) is left out; nearly every text of its own language has it anyway.
STOP_WORDS = frozenset(fold(word) for words in _STOP_WORDS.values() for word in split_words(words))


def analysed_language(code: str) -> str | None:
    """Return the language whose stemmer suits a text (``nl`` for ``nl-be``), ``None`` if there is none."""
    base = code.partition("-")[0].lower()
    return base if base in ANALYSED else None


def significant_words(words: Sequence[str]) -> list[str]:
    """Return the words of a question that count: no stop words, but for the last word (*vitamin A*, *The*)."""
    return [word for word in words[:-1] if fold(word) not in STOP_WORDS] + list(words[-1:])


def says_nothing(words: Iterable[str]) -> bool:
    """Return whether there are function words only, or no words at all."""
    return all(fold(word) in STOP_WORDS for word in words)


def edits_allowed(word: str) -> int:
    """Return how many letters of a word may be wrong (a swap of neighbours is one): 1 from 4 letters, 2 from 8."""
    return (len(word) >= SHORT_WORD) + (len(word) >= LONG_WORD)
