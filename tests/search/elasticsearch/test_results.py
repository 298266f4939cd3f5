"""Answers read into result pages."""

from typing import Any

import pytest

from search.document import Passage
from search.elasticsearch.highlights import fragments
from search.elasticsearch.results import page_of
from search.elasticsearch.source import document_from, source_of
from search.engine import Ask, EngineUnavailable, FoundPassage, Fragment, ResultPage
from search.params import COUNTED, SearchParams
from search.question.ask import ask
from search.question.nodes import Question
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


def read(*answers: dict[str, Any], question: Question | None = None) -> ResultPage:
    """Return the page that answers make."""
    return page_of(Ask(PARAMS, question or ask("hospital")), answers)


def test_a_page_has_hits_of_the_first_answer_and_facets_of_the_second() -> None:
    guide = document(1, "Hospital teams", summary="Short.", body="x")
    found = hit(guide, title="\ue000Hospital\ue001 teams")
    page = read(answer(found, total=41), answer(type={"event": 5, "a": 2, "guide": 2}))
    assert (page.total, page.pages, page.relaxed, page.limited, page.engine) == (41, 3, False, False, "elasticsearch")
    assert page.facets["type"] == {"event": 5, "a": 2, "guide": 2}
    assert set(page.facets) == set(COUNTED)
    (only,) = page.hits
    assert only.document == guide
    assert only.title == (Fragment("Hospital", marked=True), Fragment(" teams"))
    assert only.snippet == (Fragment("Short."),)
    assert only.score == 1.5
    assert (only.passages, only.places) == ((), 0)


def test_an_answer_without_facets_has_none() -> None:
    assert read(answer(hit())).facets == {}


def test_facets_under_choices_are_read_too() -> None:
    counted = answer()
    counted["aggregations"]["type"] = {"doc_count": 7, "values": {"buckets": [{"key": "event", "doc_count": 7}]}}
    assert read(answer(), counted).facets["type"] == {"event": 7}


def test_the_snippet_is_the_stretch_with_the_most_different_matches() -> None:
    found = hit(summary="\ue000Hospital\ue001 \ue000hospital\ue001", body="\ue000hospital\ue001 \ue000nurse\ue001")
    snippet = read(answer(found), answer()).hits[0].snippet
    assert [part.text for part in snippet if part.marked] == ["hospital", "nurse"]


def test_of_equal_stretches_the_summary_is_shown() -> None:
    found = hit(summary="In \ue000hospital\ue001", body="A \ue000hospital\ue001")
    assert read(answer(found), answer()).hits[0].snippet[0] == Fragment("In ")


def test_found_passages_come_with_their_place_and_how_many_there_are() -> None:
    inner = {
        "hits": {
            "total": {"value": 5, "relation": "eq"},
            "hits": [
                {
                    "fields": {
                        "passages.file": [7],
                        "passages.name": ["Form.pdf"],
                        "passages.url": ["/files/7/"],
                        "passages.unit": ["page"],
                        "passages.place": [12],
                    },
                    "highlight": {"passages.text.en": ["A\n \ue000photo\ue001 needs consent."]},
                }
            ],
        }
    }
    (only,) = read(answer(hit() | {"inner_hits": {"passages": inner}}), answer()).hits
    sentence = (Fragment("A "), Fragment("photo", marked=True), Fragment(" needs consent."))
    assert only.passages == (FoundPassage(Passage(7, "Form.pdf", "/files/7/", "page", 12, ""), sentence),)
    assert only.places == 5


@pytest.mark.parametrize(
    "fault",
    [
        {"error": {"type": "search_phase_execution_exception", "reason": "all shards failed"}, "status": 503},
        answer() | {"timed_out": True},
        answer() | {"_shards": {"total": 2, "successful": 1, "failed": 1}},
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_a_part_of_an_answer_is_none(fault: dict[str, Any], place: int) -> None:
    answers = [answer(), answer()]
    answers[place] = fault
    with pytest.raises(EngineUnavailable):
        read(*answers)


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
