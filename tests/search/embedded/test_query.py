"""From typed words to FTS5's syntax."""

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.embedded.query import MAX_WORDS, ask, relax


def expression(q: str) -> str:
    """Return the FTS5 query for a typed question."""
    question = ask(q)
    assert question is not None
    return question.expression


def test_every_alternative_of_a_word_is_quoted() -> None:
    assert expression("感染") == '("感染")'
    assert expression("医院感染") == '(("医院" AND "院感" AND "感染"))'
    assert expression("1984").startswith('("1984" OR "any·1984" OR "en·1984" OR "nl·1984"')


@pytest.mark.parametrize(
    ("q", "joined"), [("医院 感染", " AND "), ("医院 感染 疫苗", " AND "), ("医院 感染 疫苗 接种", " OR ")]
)
def test_up_to_three_words_must_all_match(q: str, joined: str) -> None:
    assert expression(q) == joined.join(f'("{word}")' for word in q.split())


@pytest.mark.parametrize("q", ["", "  ", '"', "()", "🏥", "…"])
def test_without_a_word_there_is_no_question(q: str) -> None:
    assert ask(q) is None


def test_a_repeated_word_counts_once() -> None:
    question = ask("care Care CARE caré")
    assert question is not None
    assert len(question.words) == 1


def test_the_number_of_words_is_bounded() -> None:
    question = ask(" ".join(f"word{number}" for number in range(100)))
    assert question is not None
    assert len(question.words) == MAX_WORDS


def test_a_relaxed_question_takes_similar_words_and_any_of_them() -> None:
    question = ask("医院 感染")
    assert question is not None
    relaxed = relax(question, [("疫苗",), ()])
    assert relaxed.expression == '("医院" OR "疫苗") OR ("感染")'
    assert relaxed.tokens == {"医院", "疫苗", "感染"}


@settings(deadline=None)
@given(st.text(max_size=300))
def test_every_expression_is_valid(q: str) -> None:
    question = ask(q)
    if question is not None:
        connection = sqlite3.connect(":memory:")
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (title, tokenize = 'ascii')")
        connection.execute("SELECT * FROM words WHERE words MATCH ?", [question.expression]).fetchall()
        connection.close()
