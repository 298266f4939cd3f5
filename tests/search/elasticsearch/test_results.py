"""Answers read into result pages."""

from typing import Any

import pytest

from search.elasticsearch.results import fragments, page_of
from search.elasticsearch.source import document_from, source_of
from search.engine import EngineUnavailable, FacetValue, Fragment
from search.params import FACETS, SearchParams
from tests.contract.documents import document
from tests.search.elasticsearch.answers import answer, hit

PARAMS = SearchParams(q="hospital")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ()),
        ("plain", (Fragment("plain"),)),
        ("a \ue000b\ue001 c", (Fragment("a "), Fragment("b", marked=True), Fragment(" c"))),
        ("\ue000a\ue001\ue000b\ue001", (Fragment("a", marked=True), Fragment("b", marked=True))),
        ("<b> \ue000&\ue001", (Fragment("<b> "), Fragment("&", marked=True))),
        ("stray \ue001 end", (Fragment("stray  end"),)),
        ("open \ue000end", (Fragment("open "), Fragment("end", marked=True))),
    ],
)
def test_marks_become_fragments(text: str, expected: tuple[Fragment, ...]) -> None:
    assert fragments(text) == expected


def test_a_page_has_hits_of_the_first_answer_and_facets_of_the_second() -> None:
    guide = document(1, "Hospital teams", summary="Short.", body="x")
    found = hit(guide, title="\ue000Hospital\ue001 teams")
    page = page_of(PARAMS, [answer(found, total=41), answer(type={"guide": 2, "event": 5, "a": 2}), answer(total=9)])
    assert (page.total, page.pages, page.relaxed, page.limited, page.engine) == (41, 3, False, False, "elasticsearch")
    assert page.facets["type"] == (FacetValue("event", 5), FacetValue("a", 2), FacetValue("guide", 2))
    assert set(page.facets) == set(FACETS)
    (only,) = page.hits
    assert only.document == guide
    assert only.title == (Fragment("Hospital", marked=True), Fragment(" teams"))
    assert only.snippet == (Fragment("Short."),)
    assert only.score == 1.5


def test_facets_under_choices_are_read_too() -> None:
    counted = answer()
    counted["aggregations"]["type"] = {"doc_count": 7, "values": {"buckets": [{"key": "event", "doc_count": 7}]}}
    assert page_of(PARAMS, [answer(), counted]).facets["type"] == (FacetValue("event", 7),)


def test_the_snippet_is_the_stretch_with_the_most_different_matches() -> None:
    found = hit(summary="\ue000Hospital\ue001 \ue000hospital\ue001", body="\ue000hospital\ue001 \ue000nurse\ue001")
    snippet = page_of(PARAMS, [answer(found), answer()]).hits[0].snippet
    assert [part.text for part in snippet if part.marked] == ["hospital", "nurse"]


def test_of_equal_stretches_the_summary_is_shown() -> None:
    found = hit(summary="In \ue000hospital\ue001", body="A \ue000hospital\ue001")
    assert page_of(PARAMS, [answer(found), answer()]).hits[0].snippet[0] == Fragment("In ")


def test_similar_words_answer_when_nothing_matched_and_are_marked() -> None:
    found = hit(document(1, "Of hospitals", body="The hopsital, that is."))
    page = page_of(SearchParams(q="hospitaal"), [answer(), answer(), answer(found, total=7, type={"guide": 7})])
    assert (page.total, page.relaxed) == (7, True)
    assert page.facets["type"] == (FacetValue("guide", 7),)
    assert page.hits[0].title == (Fragment("Of "), Fragment("hospitals", marked=True))
    assert [part.text for part in page.hits[0].snippet if part.marked] == ["hopsital"]


def test_without_similar_words_nothing_is_found_nor_relaxed() -> None:
    page = page_of(PARAMS, [answer(), answer(), answer()])
    assert (page.total, page.hits, page.relaxed) == (0, (), False)


def test_beyond_the_last_page_similar_words_stay_away() -> None:
    page = page_of(PARAMS, [answer(total=3), answer(), answer(hit(), total=9)])
    assert (page.total, page.hits, page.relaxed) == (3, (), False)


@pytest.mark.parametrize(
    "fault",
    [
        {"error": {"type": "search_phase_execution_exception", "reason": "all shards failed"}, "status": 503},
        answer() | {"timed_out": True},
        answer() | {"_shards": {"total": 2, "successful": 1, "failed": 1}},
    ],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_part_of_an_answer_is_none(fault: dict[str, Any], place: int) -> None:
    answers = [answer(), answer(), answer()]
    answers[place] = fault
    with pytest.raises(EngineUnavailable):
        page_of(PARAMS, answers)


@pytest.mark.parametrize("language", ["nl", "nl-be", "zh", "und", ""])
def test_a_document_comes_back_as_it_was_stored(language: str) -> None:
    whole = document(
        7,
        "Ziekenhuis",
        language=language,
        body="b",
        parts="p",
        topics=("a", "b"),
        topic_labels=("A",),
        people=("Ada",),
        region_names=("België",),
        restrictions=(4, 9),
        year=2024,
        files=2,
    )
    assert document_from(source_of(whole)) == whole


def test_what_filters_need_is_stored_besides() -> None:
    stored = source_of(document(7, restrictions=(4, 9), files=2))
    assert (stored["restriction_count"], stored["has_file"]) == (2, "yes")
    assert source_of(document(7))["has_file"] is None
