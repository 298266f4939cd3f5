"""The small words that questions to Elasticsearch are made of: each returns one clause, ready to be sent.

Not ``elasticsearch.dsl``: its objects cost one to three milliseconds a page, as much as the server needs for a short
question. These cost some ten microseconds. A clause is never changed once it is made, so parts may be shared.
"""

from collections.abc import Iterable, Sequence
from typing import Any

Clause = dict[str, Any]
Body = dict[str, Any]

EVERYTHING: Clause = {"match_all": {}}
NOTHING: Clause = {"match_none": {}}


def term(field: str, value: object) -> Clause:
    """Match an exact value."""
    return {"term": {field: value}}


def terms(field: str, values: Iterable[object]) -> Clause:
    """Match any of exact values."""
    return {"terms": {field: list(values)}}


def text_in(fields: Sequence[str], text: str, **options: object) -> Clause:
    """Match a text in fields; the best field gives the score."""
    return {"multi_match": {"query": text, "fields": fields, **options}}


def best_of(clauses: Sequence[Clause]) -> Clause:
    """Match any clause; the best gives the score."""
    return clauses[0] if len(clauses) == 1 else {"dis_max": {"queries": clauses}}


def any_of(clauses: Sequence[Clause]) -> Clause:
    """Match any clause; scores add up."""
    if not clauses:
        return NOTHING
    return clauses[0] if len(clauses) == 1 else {"bool": {"should": clauses, "minimum_should_match": 1}}


def all_of(clauses: Sequence[Clause]) -> Clause:
    """Match every clause; scores add up."""
    if not clauses:
        return EVERYTHING
    return clauses[0] if len(clauses) == 1 else {"bool": {"must": clauses}}


def none_of(clauses: Sequence[Clause]) -> Clause:
    """Match what matches no clause."""
    return {"bool": {"must_not": clauses}}


def filtered(
    filters: Sequence[Clause],
    *,
    must: Sequence[Clause] = (),
    should: Sequence[Clause] = (),
    must_not: Sequence[Clause] = (),
) -> Clause:
    """Match within filters; ``should`` adds to the score alone."""
    parts = {"filter": filters, "must": must, "should": should, "must_not": must_not}
    return {"bool": {name: clauses for name, clauses in parts.items() if clauses}}
