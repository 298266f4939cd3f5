"""What is marked in a hit: the whole title, and one snippet."""

import pytest

from search.engine import Highlighted
from tests.contract.documents import document
from tests.contract.shelf import Shelf

OPENING = "A short opening that says what this is about."
PADDING = "Nothing of interest happens in this sentence, which is here for its length alone. " * 12
LIBRARY = (
    document(1, "Ziekenhuizen & <b>sociale</b> media: “tips”", language="nl", summary="Een café in het ziekenhuis."),
    document(2, "Quiet title", summary=OPENING, body=f"{PADDING}The vaccinations began in spring. {PADDING}"),
    document(3, "Parts", summary=OPENING, body=PADDING, parts=f"{PADDING}Measured by thermometer. {PADDING}"),
    document(4, "Labelled", summary=OPENING, topic_labels=("Tuberculosis",)),
    document(5, "A long summary", summary=PADDING.strip()),
    document(6, "Nothing to quote"),
    document(7, "医院感染控制", language="zh", summary="医院"),
    document(8, "Garden garden GARDENS", summary="Gardening"),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the documents on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


def text_of(fragments: Highlighted) -> str:
    """Return the text without its marks."""
    return "".join(fragment.text for fragment in fragments)


def marks_of(fragments: Highlighted) -> list[str]:
    """Return what is marked."""
    return [fragment.text for fragment in fragments if fragment.marked]


def test_the_title_is_whole_and_the_words_in_it_are_marked(shelf: Shelf) -> None:
    (hit,) = shelf.search("ziekenhuis media").hits
    assert text_of(hit.title) == hit.document.title
    assert marks_of(hit.title) == ["Ziekenhuizen", "media"]


def test_every_occurrence_is_marked_in_every_form(shelf: Shelf) -> None:
    (hit,) = shelf.search("gardens").hits
    assert marks_of(hit.title) == ["Garden", "garden", "GARDENS"]


def test_a_match_without_accents_is_marked(shelf: Shelf) -> None:
    (hit,) = shelf.search("cafe").hits
    assert marks_of(hit.title) == []
    assert text_of(hit.snippet) == hit.document.summary
    assert marks_of(hit.snippet) == ["café"]


@pytest.mark.parametrize(("question", "mark"), [("vaccination", "vaccinations"), ("thermometers", "thermometer")])
def test_the_snippet_is_the_stretch_that_matched(shelf: Shelf, question: str, mark: str) -> None:
    (hit,) = shelf.search(question).hits
    assert marks_of(hit.snippet) == [mark]
    (whole,) = (one for one in LIBRARY if one.page_id == hit.document.page_id)
    assert text_of(hit.snippet).strip("… ") in f"{whole.body} {whole.parts}"
    assert 40 < len(text_of(hit.snippet)) < 320


@pytest.mark.parametrize(("question", "page_id"), [("tuberculosis", 4), ("labelled", 4), ("quiet", 2)])
def test_without_a_match_in_its_texts_the_snippet_is_the_summary(shelf: Shelf, question: str, page_id: int) -> None:
    (hit,) = shelf.search(question).hits
    assert hit.document.page_id == page_id
    assert text_of(hit.snippet) == OPENING
    assert marks_of(hit.snippet) == []


def test_a_long_summary_is_cut(shelf: Shelf) -> None:
    (hit,) = shelf.search("long summary").hits
    snippet = text_of(hit.snippet).rstrip("… ")
    assert PADDING.startswith(snippet)
    assert 100 < len(snippet) < 320


def test_without_a_question_nothing_is_marked(shelf: Shelf) -> None:
    for hit in shelf.search().hits:
        assert text_of(hit.title) == hit.document.title
        assert marks_of(hit.title) == marks_of(hit.snippet) == []
        assert hit.document.summary.startswith(text_of(hit.snippet).rstrip("… "))


def test_a_resource_without_texts_has_an_empty_snippet(shelf: Shelf) -> None:
    (hit,) = shelf.search("quote").hits
    assert text_of(hit.snippet) == ""


def test_chinese_words_are_marked_within_their_sentence(shelf: Shelf) -> None:
    (hit,) = shelf.search("感染").hits
    assert text_of(hit.title) == "医院感染控制"
    assert "".join(marks_of(hit.title)) == "感染"


@pytest.mark.parametrize("sort", ["newest", "title"])
def test_every_order_is_highlighted(shelf: Shelf, sort: str) -> None:
    (hit,) = shelf.search("quiet", sort=sort).hits
    assert marks_of(hit.title) == ["Quiet"]
