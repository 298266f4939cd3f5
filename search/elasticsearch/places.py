"""The places in files that a question matches: asked for with each hit, and read from the answer."""

from collections.abc import Mapping
from typing import Any

from search.document import Passage
from search.elasticsearch.bodies import EVERYTHING, Body, Clause, any_of, text_in
from search.elasticsearch.highlights import OPTIONS, fragments
from search.engine import FoundPassage
from search.question.nodes import Phrase, Question, Words

INNER = "passages"
SHOWN = ("file", "name", "url", "unit", "place", "label", "language")
TEXT = "passages.text.*"

# Of a question of many words, how many a passage must have to be worth showing: a page that has "patients" and "how"
# of eight words would stand below nearly every hit.
SHARE_OF_MANY_WORDS = "3<60%"


def with_places(question: Question, count: int) -> Clause:
    """Return a filter that everything passes, and that makes the server return passages with each hit.

    A nested clause that can be left unmatched costs nothing here: where no score is wanted, Lucene drops optional
    clauses before it searches. Its inner hits are looked up afterwards, for the hits of one page alone.
    """
    nested = {
        "path": "passages",
        "query": _matching(question),
        "score_mode": "none",
        "inner_hits": {
            "name": INNER,
            "size": count,
            "_source": False,
            "docvalue_fields": [f"passages.{name}" for name in SHOWN],
            "highlight": OPTIONS | {"fields": {TEXT: {}}},
        },
    }
    return {"bool": {"filter": [EVERYTHING], "should": [{"nested": nested}]}}


def _matching(question: Question) -> Clause:
    clauses = [_any_meaning(words) for words in question.scored if not words.title]
    if not question.any_word:
        return any_of(clauses)
    return {"bool": {"should": clauses, "minimum_should_match": SHARE_OF_MANY_WORDS}}


def _any_meaning(words: Words) -> Clause:
    if not words.phrase and not words.synonyms:
        return text_in([TEXT], " ".join(words.words), operator="and")
    typed = _phrase(words.words) if words.phrase else text_in([TEXT], " ".join(words.words), operator="and")
    return any_of([typed, *map(_phrase, words.synonyms)])


def _phrase(words: Phrase) -> Clause:
    return text_in([TEXT], " ".join(words), type="phrase")


def found_passages(found: Mapping[str, Any]) -> tuple[tuple[FoundPassage, ...], int]:
    """Return the passages that came with a hit, and how many there are."""
    inner = found.get("inner_hits", {}).get(INNER)
    if inner is None:
        return (), 0
    places = inner["hits"]
    return tuple(map(_found_passage, places["hits"])), int(places["total"]["value"])


def _found_passage(found: Body) -> FoundPassage:
    values = found["fields"]
    stored = {name: values[f"passages.{name}"][0] for name in SHOWN if f"passages.{name}" in values}
    marked = [text for texts in found.get("highlight", {}).values() for text in texts]
    passage = Passage(**{"label": "", "language": "", **stored}, text="")
    return FoundPassage(passage, fragments(" ".join(marked[0].split()) if marked else ""))
