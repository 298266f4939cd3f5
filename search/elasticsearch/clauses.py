"""The clauses that a question is made of, each small and named; ``query`` puts them in order."""

from collections.abc import Iterator
from unicodedata import normalize

from elasticsearch.dsl import Q
from elasticsearch.dsl.query import Query

from search.access import Access
from search.languages import LONG_WORD, SHORT_WORD, STRICT_WORDS, significant_words
from search.params import FACETS, SearchParams
from search.words import question_words

MAX_WORDS = 32  # a question has fewer; what is pasted is cut, so that its price has a bound
MAX_FORGIVEN = 8  # words of a question that may be mistyped; each costs the server half a millisecond
MAX_SIMILAR = 50  # words of the index that a mistyped one may stand for, the most alike first

# A word in the title says what the whole is about, one in the summary nearly so. Both add to the score of the whole
# text, in which a long body would drown them; their own shortness does the rest. Measured on judged collections with
# titles (nDCG@10, CISI and Cranfield): 0.5 gives 0.375 and 0.373, 1.0 gives 0.356 and 0.375, 2.0 gives 0.329 and 0.360.
TITLE_BOOST = 0.5
SUMMARY_BOOST = 0.3

EVERYTHING = ("text.*.all", "labels")  # an analysis for each language; a resource has the first in its own only

FACET_FIELDS: dict[str, str] = {
    "type": "type",
    "topic": "topics",
    "region": "regions",
    "language": "language",
    "audience": "audiences",
    "level": "levels",
    "organisation": "organisation",
    "year": "year",
    "files": "has_file",
}


def words_of(params: SearchParams) -> list[str]:
    """Return the words of a question that count."""
    return significant_words(question_words(normalize("NFC", params.q)))[:MAX_WORDS]


def visible(access: Access) -> Query:
    """Match what a viewer may see: no restriction, or as many passed as there are. Unknown numbers match nothing."""
    unrestricted = Q("term", restriction_count=0)
    if not access.passed:
        return unrestricted
    passed = [str(number) for number in sorted(access.passed)]
    all_passed = Q("terms_set", restrictions={"terms": passed, "minimum_should_match_field": "restriction_count"})
    return Q("bool", should=[unrestricted, all_passed], minimum_should_match=1)


def chosen(params: SearchParams, *, but: str = "") -> Iterator[Query]:
    """Yield a clause for each facet in which something is chosen, but for one facet."""
    for facet in FACETS:
        if facet != but and (values := params.chosen(facet)):
            yield Q("terms", **{FACET_FIELDS[facet]: list(values)})
    if params.year and but != "year":
        ends = {"gte": params.year.first, "lte": params.year.last}
        yield Q("range", year={end: str(year) for end, year in ends.items() if year is not None})


def _anywhere(text: str, operator: str) -> Query:
    return Q("multi_match", query=text, fields=list(EVERYTHING), operator=operator)


def matching(words: list[str]) -> Query:
    """Match texts with all of up to three words, anywhere and each in any form; with any of more words."""
    if len(words) > STRICT_WORDS:
        return _anywhere(" ".join(words), "or")
    clauses = [_anywhere(word, "and") for word in words]  # one word in Chinese is several terms: all of them
    return clauses[0] if len(clauses) == 1 else Q("bool", must=clauses)


def in_title(words: list[str]) -> Query:
    """Score words in the title."""
    return Q("multi_match", query=" ".join(words), fields=["text.*.title"], boost=TITLE_BOOST)


def in_summary(words: list[str]) -> Query:
    """Score words in the summary."""
    return Q("multi_match", query=" ".join(words), fields=["text.*.summary"], boost=SUMMARY_BOOST)


def resembling(words: list[str]) -> Query:
    """Match texts with any word similar to one of these; also a first letter may be wrong."""
    return Q(
        "match",
        words={
            "query": " ".join(words[:MAX_FORGIVEN]),
            "fuzziness": f"AUTO:{SHORT_WORD},{LONG_WORD}",
            "prefix_length": 0,
            "max_expansions": MAX_SIMILAR,
        },
    )
