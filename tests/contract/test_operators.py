"""Questions as trees: what is required, excluded, one of several, a phrase, in the title, or another word for it."""

from typing import Any

import pytest

from search.access import VISITOR
from search.engine import Ask
from search.params import SearchParams, Years
from search.question.nodes import AllOf, AnyOf, Choice, InYears, Node, NoneOf, Question, Words
from tests.contract.documents import document
from tests.contract.shelf import Shelf

LIBRARY = (
    document(1, "Hand hygiene in the ward", body="Wash before and after.", topics=("hygiene",), year=2019),
    document(2, "Ward rounds", body="Of hygiene, and of the hand that writes.", topics=("rounds",), year=2021),
    document(3, "Listening to patients", body="In every ward there is somebody to ask.", year=2024, type="event"),
    document(4, "Heart attack: the first hour", topics=("heart", "rounds"), year=2023),
    document(5, "Myocardial infarction", summary="What nurses do.", topics=("heart",)),
    document(6, "Handhygiëne op zaal", language="nl", topics=("hygiene",), year=2022),
    document(7, "Infarction of the eye", summary="Seldom myocardial."),
)


@pytest.fixture(scope="module", autouse=True)
def library(shelf: Shelf) -> None:
    """Put the texts on the shelf, once for each engine."""
    shelf.hold(*LIBRARY)


def word(*words: str, **options: Any) -> Words:
    """Return words as a question has them."""
    return Words(words, **options)


def found(shelf: Shelf, *required: Node, **question: Any) -> list[int]:
    """Ask and return what was found, by number."""
    asked = Question(text="asked", required=required, **question)
    (page,) = shelf.engine.search([Ask(SearchParams(q="asked"), asked)], VISITOR)
    ids = sorted(hit.document.page_id for hit in page.hits)
    assert page.total == len(ids)
    assert sum(page.facets["organisation"].values()) == len(ids)
    return ids


HYGIENE, WARD, PATIENTS = word("hygiene"), word("ward"), word("patients")


@pytest.mark.parametrize(
    ("required", "expected"),
    [
        ([word("hand", "hygiene")], [1, 2]),  # in any order and place
        ([word("hand", "hygiene", phrase=True)], [1]),
        ([word("hands", "hygiene", phrase=True)], [1]),  # a phrase is stemmed too
        ([word("hygiene", "hand", phrase=True)], []),
        ([word("ward", title=True)], [1, 2]),
        ([word("first", "hour", phrase=True, title=True)], [4]),
        ([word("wash", title=True)], []),
        ([HYGIENE, WARD], [1, 2]),
        ([AllOf((HYGIENE, WARD))], [1, 2]),
        ([AnyOf((HYGIENE, PATIENTS))], [1, 2, 3]),
        ([AnyOf((AllOf((HYGIENE, word("wash"))), PATIENTS))], [1, 3]),
        ([NoneOf((HYGIENE, word("infarction")))], [3, 4, 6]),
        ([AnyOf((PATIENTS, NoneOf((WARD,))))], [3, 4, 5, 6, 7]),
        ([AllOf((WARD, NoneOf((HYGIENE,))))], [3]),
        ([AllOf((AllOf((AnyOf((AnyOf((PATIENTS,)),)),)),))], [3]),
        ([Choice("topic", ("hygiene", "heart"))], [1, 4, 5, 6]),
        ([Choice("topic", ("rounds",)), Choice("topic", ("heart",))], [4]),
        ([Choice("topic", ())], []),
        ([Choice("type", ("event",))], [3]),
        ([InYears(Years(2021, 2023))], [2, 4, 6]),
        ([InYears(Years(2023, None))], [3, 4]),
        ([WARD, InYears(Years(None, 2020))], [1]),
        ([AnyOf((Choice("type", ("event",)), InYears(Years(2022, 2022)), word("eye")))], [3, 6, 7]),
    ],
)
def test_what_is_required_must_match(shelf: Shelf, required: list[Node], expected: list[int]) -> None:
    assert found(shelf, *required) == expected


@pytest.mark.parametrize(
    ("excluded", "expected"),
    [
        ([HYGIENE], [3]),
        ([word("hand", "hygiene", phrase=True)], [2, 3]),
        ([word("ward", title=True)], [3]),
        ([Choice("type", ("event",))], [1, 2]),
        ([InYears(Years(2019, 2021))], [3]),
        ([AllOf((HYGIENE, word("wash")))], [2, 3]),
        ([PATIENTS, word("wash")], [2]),
    ],
)
def test_what_is_excluded_may_not_match(shelf: Shelf, excluded: list[Node], expected: list[int]) -> None:
    assert found(shelf, free=(WARD,), excluded=tuple(excluded)) == expected


def test_everything_else_is_found_where_something_is_excluded_alone(shelf: Shelf) -> None:
    assert found(shelf, excluded=(HYGIENE, word("infarction"))) == [3, 4, 6]


def test_free_words_must_all_match_beside_what_is_required(shelf: Shelf) -> None:
    assert found(shelf, word("ward", title=True), free=(HYGIENE, word("wash"))) == [1]


def test_any_free_word_will_do_where_the_question_says_so(shelf: Shelf) -> None:
    assert found(shelf, free=(word("rounds"), PATIENTS, word("eye")), any_word=True) == [2, 3, 7]
    assert found(shelf, WARD, free=(word("rounds"), PATIENTS, word("eye")), any_word=True) == [2, 3]


class TestSynonyms:
    def test_another_word_finds_it_too_one_way(self, shelf: Shelf) -> None:
        heart_attack = word("attack", synonyms=(("infarction",),))
        assert found(shelf, free=(heart_attack,)) == [4, 5, 7]
        assert found(shelf, free=(word("infarction"),)) == [5, 7]

    def test_a_synonym_of_several_words_stands_together(self, shelf: Shelf) -> None:
        phrase = word("heart", "attack", phrase=True, synonyms=(("myocardial", "infarction"),))
        assert found(shelf, free=(phrase,)) == [4, 5]

    def test_a_synonym_of_a_word_in_the_title_is_looked_for_there(self, shelf: Shelf) -> None:
        assert found(shelf, word("attack", title=True, synonyms=(("nurses",), ("infarction",)))) == [4, 5, 7]

    def test_what_was_typed_comes_before_its_synonym(self, shelf: Shelf) -> None:
        shelf.hold(document(1, "Attack"), document(2, "Infarction"), document(3, "Something else"))
        try:
            for typed, synonym, expected in (("attack", "infarction", [1, 2]), ("infarction", "attack", [2, 1])):
                question = Question(text=typed, free=(word(typed, synonyms=((synonym,),)),))
                (page,) = shelf.engine.search([Ask(SearchParams(q=typed), question)], VISITOR)
                assert [hit.document.page_id for hit in page.hits] == expected
        finally:
            shelf.hold(*LIBRARY)

    def test_a_synonym_is_marked(self, shelf: Shelf) -> None:
        question = Question(text="attack", free=(word("attack", synonyms=(("infarction",),)),))
        (page,) = shelf.engine.search([Ask(SearchParams(q="attack"), question)], VISITOR)
        marked = {part.text for hit in page.hits for part in hit.title if part.marked}
        assert marked == {"attack", "infarction", "Infarction"}


class TestSeveralQuestionsAtOnce:
    def test_answers_come_in_the_order_of_the_questions(self, shelf: Shelf) -> None:
        words = ("patients", "xylophone", "hygiene")
        asks = [Ask(SearchParams(q=text), Question(text=text, free=(word(text),))) for text in words]
        pages = shelf.engine.search(asks, VISITOR)
        assert [(page.params.q, page.total) for page in pages] == [("patients", 1), ("xylophone", 0), ("hygiene", 2)]

    def test_nothing_asked_is_nothing_answered(self, shelf: Shelf) -> None:
        assert tuple(shelf.engine.search([], VISITOR)) == ()

    def test_a_total_is_asked_for_without_hits(self, shelf: Shelf) -> None:
        asks = [
            Ask(SearchParams(q="ward"), Question("ward", free=(WARD,)), detail="total"),
            Ask(SearchParams(q="ward", type=("event",)), Question("ward", free=(WARD,)), detail="total"),
        ]
        assert [(page.total, page.hits) for page in shelf.engine.search(asks, VISITOR)] == [(3, ()), (1, ())]

    def test_hits_are_asked_for_without_marks(self, shelf: Shelf) -> None:
        ask = Ask(SearchParams(q="ward"), Question("ward", free=(WARD,)), detail="hits", size=2)
        (page,) = shelf.engine.search([ask], VISITOR)
        assert (page.total, len(page.hits), page.facets) == (3, 2, {})
        assert not [part for hit in page.hits for part in hit.title if part.marked]
        assert page.hits[0].score >= page.hits[1].score > 0


def nested(depth: int) -> Node:
    """Return a word inside as many groups, of two kinds in turn."""
    node: Node = WARD
    for level in range(depth):
        node = AllOf((node, PATIENTS)) if level % 2 else AnyOf((node, PATIENTS))
    return node


@pytest.mark.parametrize(
    "question",
    [
        Question("deep", required=(nested(100),)),
        Question("wide", required=(AnyOf(tuple(word(f"w{n}") for n in range(3000))),)),
        Question("long", free=tuple(word(f"w{n}") for n in range(3000)), any_word=True),
        Question("phrase", required=(word(*(f"w{n}" for n in range(3000)), phrase=True),)),
        Question("empty", required=(AllOf(()), AnyOf(()), NoneOf(()))),
        Question("no words", required=(word(),), excluded=(word(""),)),
        Question("no language", free=(WARD,), languages=()),
        Question("many synonyms", free=(word("ward", synonyms=tuple((f"w{n}", "x") for n in range(500))),)),
    ],
    ids=lambda question: question.text,
)
def test_no_tree_is_an_error(shelf: Shelf, question: Question) -> None:
    (page,) = shelf.engine.search([Ask(SearchParams(q=question.text), question)], VISITOR)
    assert page.total >= len(page.hits)
