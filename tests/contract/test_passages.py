"""The places in a resource's files that match: found with it, shown beside it, and weighed less than what it says."""

from dataclasses import replace
from typing import Any

import pytest

from search.access import VISITOR, Access
from search.document import Passage
from search.engine import PASSAGES_INSIDE, PASSAGES_SHOWN, Ask, FoundPassage, Hit, ResultPage
from search.params import SearchParams
from search.question.ask import ask, by_any_word
from tests.contract.documents import document
from tests.contract.shelf import Shelf


def passage(place: int, text: str, **fields: Any) -> Passage:
    """Return a page of a PDF; any field can be given."""
    values: dict[str, Any] = {"file": 7, "name": "Consent form.pdf", "url": "/files/7/", "unit": "page"}
    return Passage(**(values | fields), place=place, text=text)


FILLER = "Nothing of interest happens in this sentence, which is here for its length alone. "
FORM = (
    passage(1, "How to ask for consent, and when."),
    passage(12, f"{FILLER * 3}A photograph of a patient needs consent in writing. {FILLER * 3}"),
    passage(13, "The photograph is kept for a year; nobody else sees the photograph."),
    passage(14, "One photograph only."),
    passage(15, "No photograph at all."),
)
LIBRARY = (
    document(1, "Asking first", passages=FORM, files=1),
    document(2, "Photograph wisely", summary="A photograph says more.", body="Think before you share a photograph."),
    document(
        3,
        "Webinar over handen",
        language="nl",
        files=2,
        passages=(
            passage(95, "Handen wassen doe je zo.", unit="second", name="webinar.vtt", url="/files/8/", language="nl"),
            passage(3, "Desinfektion der Hände", unit="slide", label="Hände", file=9, name="", url="", language="de"),
        ),
    ),
    document(4, "Secret minutes", restrictions=(5,), passages=(passage(1, "The photograph was discussed."),), files=1),
    document(5, "Vaccination campaigns", body="How they began.", passages=(passage(2, "How to say when."),), files=1),
    document(6, "Kinship", passages=(passage(1, "医院感染控制", language="zh"),), files=1),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the texts on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


def only_hit(page: ResultPage) -> Hit:
    """Return the hit of a page that has one."""
    (hit,) = page.hits
    return hit


def marks(found: FoundPassage) -> list[str]:
    """Return what is marked in a passage."""
    return [part.text for part in found.sentence if part.marked]


def text_of(found: FoundPassage) -> str:
    """Return what is shown of a passage."""
    return "".join(part.text for part in found.sentence)


@pytest.mark.parametrize(
    ("question", "page_id"),
    [
        ("writing", 1),
        ("photographs writing", 1),  # by stem
        ("asking photograph", 1),  # one word in the title, one in the file
        ("handen", 3),
        ("desinfektion", 3),  # a German file of a Dutch resource
        ("hande", 3),  # without its accent
        ("感染", 6),
    ],
)
def test_words_in_a_file_find_its_resource(shelf: Shelf, question: str, page_id: int) -> None:
    assert only_hit(shelf.search(question)).document.page_id == page_id


def test_what_a_resource_says_of_itself_weighs_more_than_its_file(shelf: Shelf) -> None:
    assert shelf.found("photograph") == [2, 1]


def test_a_hit_says_where_it_was_found(shelf: Shelf) -> None:
    hit = only_hit(shelf.search("writing"))
    (found,) = hit.passages
    assert found.passage == replace(FORM[1], text="")
    assert marks(found) == ["writing"]
    assert text_of(found).strip("… ") in FORM[1].text
    assert "needs consent in writing" in text_of(found)
    assert len(text_of(found)) < 320
    assert hit.places == 1


def test_every_unit_is_told_as_it_was_stored(shelf: Shelf) -> None:
    (webinar,) = only_hit(shelf.search("wassen")).passages
    (slide,) = only_hit(shelf.search("desinfektion")).passages
    assert webinar.passage == replace(LIBRARY[2].passages[0], text="")
    assert slide.passage == replace(LIBRARY[2].passages[1], text="")


def test_the_best_places_are_shown_and_all_are_counted(shelf: Shelf) -> None:
    hit = only_hit(shelf.search("photograph consent"))
    assert len(hit.passages) == PASSAGES_SHOWN
    assert hit.passages[0].passage.place == 12  # it has both words
    assert hit.places == 5


def test_a_hit_by_its_own_words_has_no_places(shelf: Shelf) -> None:
    hit = only_hit(shelf.search("wisely"))
    assert (hit.passages, hit.places) == ((), 0)


def test_a_page_that_has_only_the_small_words_of_a_question_is_not_shown(shelf: Shelf) -> None:
    text = "how and when do vaccination campaigns say they began"
    (page,) = shelf.engine.search([Ask(SearchParams(q=text), by_any_word(ask(text)))], VISITOR)
    hit = next(hit for hit in page.hits if hit.document.page_id == 5)
    assert (hit.passages, hit.places) == ((), 0)


def test_documents_come_back_without_their_passages(shelf: Shelf) -> None:
    assert set(shelf.documents()) == {replace(held, passages=()) for held in LIBRARY if not held.restrictions}
    assert {(hit.passages, hit.places) for hit in shelf.search().hits} == {((), 0)}


def test_places_in_files_of_hidden_resources_stay_hidden(shelf: Shelf) -> None:
    assert shelf.found("discussed") == []
    assert shelf.counts("type", "discussed") == {}
    assert shelf.found("discussed", Access(frozenset({5}))) == [4]


@pytest.mark.parametrize("sort", ["newest", "title", "used"])
def test_every_order_tells_places(shelf: Shelf, sort: str) -> None:
    assert only_hit(shelf.search("writing", sort=sort)).places == 1


class TestInsideOneResource:
    def test_all_of_its_places_are_given(self, shelf: Shelf) -> None:
        question = Ask(SearchParams(q="photograph"), ask("photograph"), inside=1)
        (page,) = shelf.engine.search([question], VISITOR)
        hit = only_hit(page)
        assert hit.document.page_id == 1
        assert sorted(found.passage.place for found in hit.passages) == [12, 13, 14, 15]
        assert hit.places == 4

    def test_up_to_a_bound(self, shelf: Shelf) -> None:
        pages = tuple(passage(number, f"A photograph on page {number}.") for number in range(1, PASSAGES_INSIDE + 11))
        shelf.hold(document(1, "Album", passages=pages, files=1))
        try:
            (page,) = shelf.engine.search([Ask(SearchParams(q="photo"), ask("photograph"), inside=1)], VISITOR)
            hit = only_hit(page)
            assert (len(hit.passages), hit.places) == (PASSAGES_INSIDE, PASSAGES_INSIDE + 10)
        finally:
            shelf.hold(*LIBRARY)

    def test_within_the_rights_of_the_reader(self, shelf: Shelf) -> None:
        question = Ask(SearchParams(q="discussed"), ask("discussed"), inside=4)
        assert shelf.engine.search([question], VISITOR)[0].hits == ()
        assert len(shelf.engine.search([question], Access(frozenset({5})))[0].hits) == 1


def test_a_replaced_file_is_found_by_its_new_words_alone(shelf: Shelf) -> None:
    name = shelf.hold(document(1, "Asking first", passages=FORM, files=1))
    try:
        changed = document(1, "Asking first", passages=(passage(1, "A drawing instead."),), files=1)
        assert shelf.store.write(name, [changed], [], version=2) == []
        shelf.store.refresh(name)
        assert shelf.found("photograph") == []
        assert only_hit(shelf.search("drawing")).places == 1
        assert shelf.store.write(name, [], [1], version=3) == []
        shelf.store.refresh(name)
        assert shelf.found("drawing") == []
    finally:
        shelf.hold(*LIBRARY)
