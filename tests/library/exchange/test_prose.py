"""Descriptions in HTML and markdown become a summary and blocks that the editor could have written."""

import pytest

from library.exchange.prose import SUMMARY_LENGTH, read_prose, safe_html


def test_a_short_plain_text_is_the_summary_and_nothing_more() -> None:
    prose = read_prose("How a ward answers questions.\nIn two sentences &amp; no more.")
    assert prose.summary == "How a ward answers questions. In two sentences & no more."
    assert prose.body == ()


def test_markdown_becomes_headings_and_paragraphs() -> None:
    prose = read_prose(
        "## Abstract\n\nIt is about **tone**.\n\n- one\n- [two](https://example.org)\n\n## Aims\n\nTo learn."
    )
    assert prose.summary.startswith("It is about tone.")
    assert [block for block, _value in prose.body] == ["heading", "paragraph", "heading", "paragraph"]
    assert prose.body[0] == ("heading", "Abstract")
    assert "<b>tone</b>" in prose.body[1][1]
    assert '<a href="https://example.org">two</a>' in prose.body[1][1]


def test_a_long_text_gives_whole_sentences() -> None:
    prose = read_prose("This sentence has forty characters, it has. " * 30)
    assert len(prose.summary) <= SUMMARY_LENGTH
    assert prose.summary.endswith("it has.")
    assert not prose.cut
    assert len(prose.body) == 1


def test_a_long_sentence_is_cut_at_a_word() -> None:
    prose = read_prose("word " * 300)
    assert prose.cut
    assert prose.summary.endswith("word…")
    assert len(prose.summary) <= SUMMARY_LENGTH


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>Text",
        "Text <img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">Text</a>',
        "[Text](javascript:alert(1)) <iframe src='https://example.org'></iframe>",
        "<p onclick='alert(1)'>Text</p>",
        "<svg onload=alert(1)>Text",
        "<style>body{display:none}</style>Text",
    ],
)
def test_active_content_goes_and_the_words_stay(hostile: str) -> None:
    prose = read_prose(hostile + " that remains, with a **bold** word")
    everything = prose.summary + "".join(value for _block, value in prose.body)
    assert "alert(1)" not in everything.replace("[Text](javascript:alert(1))", "")
    assert "<script" not in everything
    assert "onerror" not in everything


@pytest.mark.parametrize("hostile", ["<script>x</script>Text", "Text <img src=x onerror=y>", "<iframe></iframe>Text"])
def test_active_content_is_noticed(hostile: str) -> None:
    assert read_prose(hostile).active


def test_code_that_is_shown_is_no_active_content() -> None:
    prose = read_prose("Write `<script>` in the **head**.")
    assert not prose.active
    assert "&lt;script&gt;" in prose.body[0][1]


def test_links_lead_to_the_web_or_to_mail() -> None:
    markup = '<a href="../x">here</a> <a href="mailto:a@example.org">mail</a> <a href="file:///etc">file</a>'
    assert safe_html(markup) == '<a>here</a> <a href="mailto:a@example.org">mail</a> <a>file</a>'


def test_pictures_are_noticed() -> None:
    assert read_prose("![a ward](https://example.org/ward.png) The ward.").pictures
