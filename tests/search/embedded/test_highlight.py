"""Marks and snippets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.embedded.highlight import Highlighter, marked_tokens
from search.engine import Fragment, Highlighted
from search.question.ask import ask
from search.snippets import SNIPPET_CHARACTERS, cut


def highlighter(q: str, language: str = "en") -> Highlighter:
    """Return a highlighter for a question typed by somebody who reads a language."""
    return Highlighter(marked_tokens(ask(q, language)))


def shown(fragments: Highlighted) -> str:
    """Return fragments as text with the marks in brackets."""
    return "".join(f"[{fragment.text}]" if fragment.marked else fragment.text for fragment in fragments)


@pytest.mark.parametrize(
    ("q", "language", "text", "marked"),
    [
        ("nurse", "en", "Nurses, nursing and nightshade", "[Nurses], [nursing] and nightshade"),
        ("cafe", "fr", "Un CAFE\u0301 noir", "Un [CAFE\u0301] noir"),
        ("hopitaux", "fr", "L’hôpital", "L’[hôpital]"),
        ("感染", "zh", "医院感染控制", "医院[感染]控制"),
        ("医院感染", "zh", "医院感染控制", "[医院感染]控制"),
        ("covid", "zh", "Covid疫苗", "[Covid]疫苗"),
        ("nurse", "en", "", ""),
    ],
)
def test_words_are_marked_in_every_form(q: str, language: str, text: str, marked: str) -> None:
    assert shown(highlighter(q, language).mark(text, language)) == marked


@settings(deadline=None)
@given(st.text(), st.sampled_from(["nurse", "医院感染", "a b c d"]))
def test_fragments_joined_are_the_text(text: str, q: str) -> None:
    assert "".join(fragment.text for fragment in highlighter(q).mark(text, "en")) == text


def test_the_snippet_comes_from_the_first_text_that_matches() -> None:
    found = highlighter("nurse").snippet(("A summary.", "A body about nurses.", "Parts for nurses."), "en")
    assert shown(found) == "A body about [nurses]."


def test_without_a_match_the_snippet_is_how_the_first_text_begins() -> None:
    assert shown(highlighter("nurse").snippet(("", "A body.", "Parts."), "en")) == "A body."
    assert highlighter("nurse").snippet(("", "", ""), "en") == ()


def test_the_snippet_shows_where_most_matches_stand_together() -> None:
    filler = "Something else is told here. " * 20
    text = f"One nurse. {filler}A nurse and a doctor help. {filler}"
    snippet = shown(highlighter("nurse doctor").snippet((text,), "en"))
    assert "[nurse] and a [doctor]" in snippet
    assert len(snippet) <= SNIPPET_CHARACTERS + 4


def test_the_snippet_begins_with_a_sentence_or_a_word() -> None:
    filler = "Word after word without any full stop " * 10
    assert shown(highlighter("nurse").snippet((f"{filler}. Here a nurse helps. {filler}",), "en")).startswith(
        "Here a [nurse]"
    )
    start = shown(highlighter("nurse").snippet((f"{filler} nurse {filler}",), "en")).split()[0]
    assert start in filler.split()


def test_a_text_without_spaces_is_cut_anyway() -> None:
    snippet = highlighter("感染").snippet(("医" * 1_000 + "感染" + "医" * 1_000,), "en")
    assert "[感染]" in shown(snippet)
    assert sum(len(fragment.text) for fragment in snippet) <= SNIPPET_CHARACTERS


def test_spans_outside_of_the_stretch_are_left_out() -> None:
    spans = [(0, 3), (4, 8), (12, 14)]
    assert cut("one two three four", 4, 10, spans) == (Fragment("two ", marked=True), Fragment("th"))
