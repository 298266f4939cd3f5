"""Whole bodies of what Elasticsearch is asked."""

from typing import Any

import pytest

from search.access import VISITOR, Access
from search.elasticsearch.query import page_query
from search.params import SearchParams

Body = dict[str, Any]

UNRESTRICTED: Body = {"term": {"restriction_count": 0}}
BY_RELEVANCE: list[Body] = [
    {"_score": {"order": "desc"}},
    {"published_at": {"order": "desc"}},
    {"page_id": {"order": "desc"}},
]
BY_DATE: list[Body] = BY_RELEVANCE[1:]
BY_TITLE: list[Body] = [{"title_order": {"order": "asc"}}, {"page_id": {"order": "asc"}}]
COUNTED: Body = {
    "type": {"terms": {"field": "type", "size": 1000}},
    "topic": {"terms": {"field": "topics", "size": 1000}},
    "region": {"terms": {"field": "regions", "size": 1000}},
    "language": {"terms": {"field": "language", "size": 1000}},
    "audience": {"terms": {"field": "audiences", "size": 1000}},
    "level": {"terms": {"field": "levels", "size": 1000}},
    "organisation": {"terms": {"field": "organisation", "size": 1000}},
    "year": {"terms": {"field": "year", "size": 1000}},
    "files": {"terms": {"field": "has_file", "size": 1000}},
}


def anywhere(text: str, operator: str = "and") -> Body:
    """Return the clause for words anywhere in a resource."""
    return {"multi_match": {"query": text, "fields": ["text.*.all", "labels"], "operator": operator}}


def scoring(text: str) -> list[Body]:
    """Return the clauses that only score."""
    return [
        {"multi_match": {"query": text, "fields": ["text.*.title"], "boost": 0.5}},
        {"multi_match": {"query": text, "fields": ["text.*.summary"], "boost": 0.3}},
    ]


def alike(text: str) -> Body:
    """Return the clause for similar words."""
    forgiving = {"query": text, "fuzziness": "AUTO:4,8", "prefix_length": 0, "max_expansions": 50}
    return {"match": {"words": forgiving}}


def highlight(found: Body) -> Body:
    """Return what is asked to be marked."""
    return {
        "fields": {
            "text.*.title": {"number_of_fragments": 0},
            "text.*.summary": {},
            "text.*.body": {},
            "text.*.parts": {},
        },
        "pre_tags": ["\ue000"],
        "post_tags": ["\ue001"],
        "order": "score",
        "number_of_fragments": 1,
        "fragment_size": 200,
        "require_field_match": False,
        "max_analyzed_offset": 1_000_000,
        "highlight_query": found,
    }


def hits(query: Body, sort: list[Body], offset: int = 0) -> Body:
    """Return the body that asks for one page of hits."""
    return {
        "query": {"bool": query},
        "sort": sort,
        "from": offset,
        "size": 20,
        "track_total_hits": True,
        "_source": {"excludes": ["has_file", "restriction_count", "fingerprint"]},
    }


def facets(filters: list[Body], counted: Body | None = None) -> Body:
    """Return the body that asks for facets alone."""
    return {
        "query": {"bool": {"filter": filters}},
        "aggs": counted or COUNTED,
        "size": 0,
        "track_total_hits": False,
    }


def under(choices: list[Body], field: str) -> Body:
    """Return the aggregation of a facet's values under choices in others."""
    return {"filter": {"bool": {"filter": choices}}, "aggs": {"values": {"terms": {"field": field, "size": 1000}}}}


def asked(params: SearchParams, access: Access = VISITOR) -> list[Body]:
    """Return the bodies that are sent."""
    return [search.to_dict() for search in page_query(params, access).searches]


def test_without_a_question_everything_is_asked_for_newest_first() -> None:
    assert asked(SearchParams()) == [hits({"filter": [UNRESTRICTED]}, BY_DATE), facets([UNRESTRICTED])]


def test_a_word_is_asked_for_anywhere_and_scored_in_title_and_summary() -> None:
    word = anywhere("hospital")
    query = {"filter": [UNRESTRICTED], "must": [word], "should": scoring("hospital")}
    assert asked(SearchParams(q="hospital")) == [
        hits(query, BY_RELEVANCE) | {"highlight": highlight(word)},
        facets([UNRESTRICTED, word]),
        hits({"filter": [UNRESTRICTED], "must": [alike("hospital")]}, BY_RELEVANCE) | {"aggs": COUNTED},
    ]


def test_up_to_three_words_must_each_be_found_and_function_words_do_not_count() -> None:
    found = {"bool": {"must": [anywhere("patients"), anywhere("social"), anywhere("media")]}}
    first, second, third = asked(SearchParams(q="the patients on social media"))
    assert first["query"]["bool"]["must"] == [found]
    assert first["highlight"] == highlight(found)
    assert second == facets([UNRESTRICTED, found])
    assert third["query"]["bool"]["must"] == [alike("patients social media")]


def test_more_words_are_ranked_by_any() -> None:
    words = "hospital nurses answer questions"
    query = {"filter": [UNRESTRICTED], "must": [anywhere(words, "or")], "should": scoring(words)}
    assert asked(SearchParams(q=words))[0] == hits(query, BY_RELEVANCE) | {
        "highlight": highlight(anywhere(words, "or"))
    }


def test_choices_narrow_hits_and_every_facet_but_their_own() -> None:
    params = SearchParams(q="hospital", type=("event", "guide"), region=("150",))
    kind, region = {"terms": {"type": ["event", "guide"]}}, {"terms": {"regions": ["150"]}}
    counted = {name: under([kind, region], aggregation["terms"]["field"]) for name, aggregation in COUNTED.items()} | {
        "type": under([region], "type"),
        "region": under([kind], "regions"),
    }
    word = anywhere("hospital")
    query = {"filter": [UNRESTRICTED, kind, region], "must": [word], "should": scoring("hospital")}
    assert asked(params) == [
        hits(query, BY_RELEVANCE) | {"highlight": highlight(word)},
        facets([UNRESTRICTED, word], counted),
        hits({"filter": [UNRESTRICTED], "must": [alike("hospital")]}, BY_RELEVANCE)
        | {"aggs": counted, "post_filter": {"bool": {"filter": [kind, region]}}},
    ]


def test_members_see_what_needs_no_more_than_they_passed() -> None:
    passed = {"terms": ["5", "12"], "minimum_should_match_field": "restriction_count"}
    visible = {"bool": {"should": [UNRESTRICTED, {"terms_set": {"restrictions": passed}}], "minimum_should_match": 1}}
    bodies = asked(SearchParams(q="hospital", type=("event",)), Access(frozenset({12, 5})))
    assert [body["query"]["bool"]["filter"][0] for body in bodies] == [visible] * 3


@pytest.mark.parametrize(("sort", "order"), [("newest", BY_DATE), ("title", BY_TITLE)])
def test_other_orders_need_no_scores(sort: Any, order: list[Body]) -> None:
    word = anywhere("hospital")
    assert asked(SearchParams(q="hospital", sort=sort, page=3))[0] == hits(
        {"filter": [UNRESTRICTED, word]}, order, offset=40
    ) | {"highlight": highlight(word)}


def test_the_last_page_stays_within_what_the_server_pages_through() -> None:
    body = asked(SearchParams(page=500))[0]
    assert body["from"] + body["size"] == 10_000


def test_signs_without_a_word_match_nothing() -> None:
    nothing: Body = {"match_none": {}}
    assert asked(SearchParams(q="?!")) == [
        hits({"filter": [UNRESTRICTED, nothing]}, BY_DATE),
        facets([UNRESTRICTED, nothing]),
    ]


def test_a_pasted_page_has_a_bounded_price() -> None:
    first, _, third = asked(SearchParams(q=" ".join(f"w{number}" for number in range(75))))
    assert len(first["query"]["bool"]["must"][0]["multi_match"]["query"].split()) == 32
    assert len(third["query"]["bool"]["must"][0]["match"]["words"]["query"].split()) == 8


def test_another_page_or_order_asks_for_the_same_facets() -> None:
    assert len({str(asked(SearchParams(q="hospital", page=page))[1]) for page in (1, 2, 9)}) == 1
    assert asked(SearchParams(q="hospital", sort="title"))[1] == asked(SearchParams(q="hospital"))[1]
