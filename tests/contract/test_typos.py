"""Typing mistakes are forgiven when nothing matches as typed."""

import pytest

from search.access import Access
from tests.contract.documents import document
from tests.contract.shelf import Shelf

LIBRARY = (
    document(1, "Vaccination of children", language="en"),
    document(2, "Sociale media in het ziekenhuis", language="nl"),
    document(3, "Listening to patients", language="en", type="event"),
    document(4, "Secret quarantine", language="en", restrictions=(7,)),
    document(5, "Café réunion", language="fr"),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the texts on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


@pytest.mark.parametrize(
    ("question", "page_id"),
    [
        ("vacination", 1),  # a letter missing
        ("vaccinattion", 1),  # one too many
        ("waccination", 1),  # the first letter
        ("vaccinatoin", 1),  # two swapped
        ("vacinatoin", 1),  # two mistakes in a long word
        ("zikenhuis", 2),
        ("madia", 2),
        ("patiemts", 3),
        ("caffe", 5),  # and an accent
    ],
)
def test_similar_words_answer_when_nothing_matches(shelf: Shelf, question: str, page_id: int) -> None:
    page = shelf.search(question)
    assert page_id in [hit.document.page_id for hit in page.hits]
    assert page.relaxed
    assert page.total == len(page.hits)


def test_some_of_the_words_answer_when_nothing_has_all(shelf: Shelf) -> None:
    page = shelf.search("patients ziekenhuis")
    assert {hit.document.page_id for hit in page.hits} == {2, 3}
    assert page.relaxed


def test_what_matches_more_words_comes_first(shelf: Shelf) -> None:
    assert shelf.found("socialle madia patients")[0] == 2


@pytest.mark.parametrize("question", ["mad", "xyz", "cxx", "vakzinazion", "12345"])
def test_short_words_and_many_mistakes_are_not_forgiven(shelf: Shelf, question: str) -> None:
    page = shelf.search(question)
    assert (page.total, page.relaxed) == (0, False)


def test_a_match_as_typed_is_never_mixed_with_similar_words(shelf: Shelf) -> None:
    page = shelf.search("media")
    assert ([hit.document.page_id for hit in page.hits], page.relaxed) == ([2], False)


def test_similar_words_keep_filters_and_facets(shelf: Shelf) -> None:
    page = shelf.search("listning", type=("event",))
    assert [hit.document.page_id for hit in page.hits] == [3]
    assert [(value.code, value.count) for value in page.facets["type"]] == [("event", 1)]
    assert shelf.search("listning", type=("guide",)).total == 0


def test_similar_words_of_hidden_resources_stay_hidden(shelf: Shelf) -> None:
    hidden = shelf.search("quarantin")
    assert (hidden.total, hidden.relaxed) == (0, False)
    assert shelf.search("quarantin", Access(frozenset({7}))).total == 1


def test_the_similar_word_is_marked(shelf: Shelf) -> None:
    title = shelf.search("vacination").hits[0].title
    assert [fragment.text for fragment in title if fragment.marked] == ["Vaccination"]
