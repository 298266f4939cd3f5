"""Titles that have the words begun so far, one letter of each perhaps wrong."""

from collections.abc import Mapping
from typing import Any

from search.access import Access
from search.elasticsearch.bodies import Body, Clause, any_of, filtered
from search.elasticsearch.clauses import visible
from search.elasticsearch.fields import BEGINNINGS, TITLES
from search.elasticsearch.results import Answer
from search.engine import SuggestedTitle
from search.languages import SHORT_WORD
from search.words import fold, question_words

MAX_BEGUN = 8  # words; more are a title pasted
SHOWN = ("page_id", "type", "url", "language", "text.*.title")
AS_TYPED, WHOLE_WORD = (
    2.0,
    3.0,
)  # against one for a similar beginning; a title being short counts less


def suggestions(text: str, access: Access, limit: int) -> Body | None:
    """Return the search for titles; nothing where there is no word."""
    words = [fold(word) for word in question_words(text)][:MAX_BEGUN]
    if not words:
        return None
    typed = " ".join(words)
    whole = {"match": {TITLES: {"query": typed, "boost": WHOLE_WORD}}}
    return {
        "query": filtered([visible(access)], must=[_begun(word) for word in words], should=[whole]),
        "size": limit,
        "_source": SHOWN,
        "track_total_hits": False,
    }


def _begun(word: str) -> Clause:
    as_typed = {"match": {BEGINNINGS: {"query": word, "operator": "and", "boost": AS_TYPED}}}
    if len(word) < SHORT_WORD:
        return as_typed
    similar = {"query": word, "operator": "and", "fuzziness": 1, "max_expansions": 50}
    return any_of([as_typed, {"match": {BEGINNINGS: similar}}])


def titles_of(answer: Answer) -> tuple[SuggestedTitle, ...]:
    """Return the titles that were found, the best first."""
    return tuple(_title(hit["_source"]) for hit in answer["hits"]["hits"])


def _title(source: Mapping[str, Any]) -> SuggestedTitle:
    (texts,) = source["text"].values()
    return SuggestedTitle(source["page_id"], source["type"], texts["title"], source["url"], source["language"])
