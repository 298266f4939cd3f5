"""How text becomes terms: an analyzer for each language with a stemmer, one for the others, two for every language.

Stemmers want the accents that people leave out. So a word of a language that has accents gets two terms in the same
place: stemmed as written, then folded; and folded, then stemmed. Who types no accents meets the second, who types
them meets both. Words are split as ``search.words`` splits a question; stop words stay, the question leaves them out.
"""

from elasticsearch.dsl import analyzer, char_filter, normalizer, token_filter, tokenizer
from elasticsearch.dsl.utils import DslBase

from search.languages import ANALYSED, STOP_WORDS, analysed_language

Filters = list[str | DslBase]

OTHER = "other"  # every language without a stemmer, and texts whose language is not known
FOLD = "asciifolding"
GRAM = 4  # letters of a piece of a word
LONGEST_BEGINNING = 20  # letters; whoever has typed as many has found it
STEMMERS = {"english": "porter2"}  # where Elasticsearch's name is not Snowball's
UNACCENTED = frozenset({"ar", "en", "ru"})  # no accents to leave out, or none that the stemmer asks for
FOLDED_BEFORE_STEMMING = {"ar": "arabic_normalization", "de": "german_normalization"}  # ae for ä as well

# Porter's Dutch stemmer leaves ziekenhuiz and ziekenhuis, briev and brief apart. Kraaij and Pohlmann's does not, but
# Elasticsearch 8.16 and later call it deprecated.
DUTCH_ENDS: Filters = [
    token_filter("final_s", "pattern_replace", pattern="z$", replacement="s"),
    token_filter("final_f", "pattern_replace", pattern="v$", replacement="f"),
]

# What the standard tokenizer keeps inside a word (don't, example.com, snake_case) and `search.words` does not.
_SEPARATING = [f"{sign} => \\u0020" for sign in "'’ʼ_.,:;·․＇．"]
_COMBINING = [
    f"\\u{mark:04x} => " for mark in range(0x300, 0x370)
]  # accents as signs of their own: folding misses them
SIGNS = char_filter("signs", "mapping", mappings=_SEPARATING + _COMBINING)
GREEK_LOWERCASE = token_filter("lowercase_greek", "lowercase", language="greek")  # lowers all, takes Greek accents off


def language_field(code: str) -> str:
    """Return the part of field names that stands for a resource's language."""
    return analysed_language(code) or OTHER


def _paths(code: str) -> list[Filters]:
    """Return the chains of filters that each give a word of this language one term."""
    algorithm = ANALYSED[code]
    stem: Filters = [token_filter(f"stem_{code}", "stemmer", language=STEMMERS.get(algorithm, algorithm))]
    if code == "nl":
        stem += DUTCH_ENDS
    if code in UNACCENTED:
        return [[FOLDED_BEFORE_STEMMING.get(code, FOLD), *stem]]
    return [[*stem, FOLD], [FOLDED_BEFORE_STEMMING.get(code, FOLD), *stem, FOLD]]


def _analyzer(name: str, filters: Filters) -> DslBase:
    return analyzer(name, tokenizer="standard", char_filter=[SIGNS], filter=filters)


def _pairs(*, unigrams: bool) -> Filters:
    """Return filters that lower-case, and pair signs where words have no spaces (Chinese, Japanese, Korean).

    ``unigrams`` keeps single signs too: in the index, so that a question of one sign finds something.
    """
    name = "signs_and_pairs" if unigrams else "pairs"
    return ["cjk_width", GREEK_LOWERCASE, token_filter(name, "cjk_bigram", output_unigrams=unigrams)]


def language_analyzer(code: str) -> DslBase:
    """Return the analyzer for texts of a language of ``ANALYSED``."""
    terms = token_filter(f"terms_{code}", "multiplexer", filters=_paths(code), preserve_original=False)
    return _analyzer(f"text_{code}", ["lowercase", terms])


def other_analyzer(*, query: bool = False) -> DslBase:
    """Return the analyzer for texts of all other languages, or for questions asked of them."""
    return _analyzer("text_other_query" if query else "text_other", [*_pairs(unigrams=not query), FOLD])


def labels_analyzer(*, query: bool = False) -> DslBase:
    """Return the analyzer for labels and names, which are of every language: stemmed in each."""
    paths = [[FOLD], *(path for code in ANALYSED for path in _paths(code))]
    terms = token_filter("terms_any", "multiplexer", filters=paths, preserve_original=False)
    return _analyzer("labels_query" if query else "labels", [*_pairs(unigrams=not query), terms])


def words_analyzer(*, query: bool = False) -> DslBase:
    """Return the analyzer for the words of every language: folded, not stemmed, and without stop words.

    In a text without stemming *the* and *of* match nearly everything, and cost as much.
    """
    return _analyzer("words_query" if query else "words", [*_pairs(unigrams=not query), FOLD, _stop()])


def grams_analyzer() -> DslBase:
    """Return the analyzer for pieces of words: they find ``krankenhaus`` in ``Universitätskrankenhaus``.

    By the tokenizer: the filter of that name puts all pieces of a word in one place, as if they were synonyms.
    """
    pieces = tokenizer("pieces", "ngram", min_gram=GRAM, max_gram=GRAM, token_chars=["letter", "digit"])
    return analyzer("grams", tokenizer=pieces, char_filter=[SIGNS], filter=["lowercase", FOLD])


def beginnings_analyzer(*, query: bool = False) -> DslBase:
    """Return the analyzer for words as they are typed: their beginnings in the index, what is there in the question."""
    begun: str | DslBase = token_filter("beginnings", "edge_ngram", min_gram=1, max_gram=LONGEST_BEGINNING)
    cut: str | DslBase = token_filter("cut", "truncate", length=LONGEST_BEGINNING)
    return _analyzer("begun" if query else "beginnings", [*_pairs(unigrams=True), FOLD, cut if query else begun])


def spelling_analyzer() -> DslBase:
    """Return the analyzer for right words and their neighbours, from which mistyped ones are mended."""
    neighbours = token_filter("neighbours", "shingle", min_shingle_size=2, max_shingle_size=2, output_unigrams=True)
    return _analyzer("spelling", ["lowercase", FOLD, neighbours])


def _stop() -> DslBase:
    return token_filter("stop_any", "stop", stopwords=sorted(STOP_WORDS))


TITLE_ORDER = normalizer("title_order", filter=["lowercase", FOLD])
