"""What was typed, made safe to ask a database for."""

import re
from typing import Any

from modelsearch.backends.base import BaseSearchBackend, BaseSearchResults, EmptySearchResults
from modelsearch.query import Phrase, PlainText, SearchQuery

MAX_WORDS = 20  # the query is built by recursion, one level a word; nobody types more to find a page
MAX_LENGTH = 60  # of a word

# Whatever is no part of a word in any script: quotes, which SQLite's query language would read, and control characters.
_BETWEEN_WORDS = re.compile(r"[^\w.@%+#&/’'-]+")
_HAS_A_LETTER = re.compile(r"\w")


def words_of(text: str) -> str:
    """Return the words of a query, separated by single blanks; an empty string when there is none.

    >>> words_of('the "golden hour" \\x00 —')
    'the golden hour'
    """
    words = (word[:MAX_LENGTH] for word in _BETWEEN_WORDS.split(text) if _HAS_A_LETTER.search(word))
    return " ".join(list(words)[:MAX_WORDS])


def tidy(query: str | SearchQuery) -> str | SearchQuery:
    """Return the query with its words made safe, whatever form it comes in."""
    if isinstance(query, str):
        return words_of(query)
    if isinstance(query, PlainText):
        return PlainText(words_of(query.query_string), operator=query.operator, boost=query.boost)
    if isinstance(query, Phrase):
        return Phrase(words_of(query.query_string))
    return query


class TidyQueries(BaseSearchBackend):
    """A backend that is asked for words only; without any it finds nothing."""

    def _search(self, query_compiler_class: Any, query: Any, model_or_queryset: Any, **kwargs: Any) -> Any:
        tidied = tidy(query)
        if (tidied if isinstance(tidied, str) else getattr(tidied, "query_string", "match all")) == "":
            return EmptySearchResults()
        results: BaseSearchResults = super()._search(query_compiler_class, tidied, model_or_queryset, **kwargs)
        return results
