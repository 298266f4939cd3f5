"""Plain text becomes rich text and blocks, and stays text."""

import pytest

from library.demo.markup import body_blocks, headed_html, rich_text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("One\nline.\n\nAnother.", "<p>One line.</p><p>Another.</p>"),
        ("Ask:\n- first\n- second\n\nThen film.", "<p>Ask:</p><ul><li>first</li><li>second</li></ul><p>Then film.</p>"),
        ("1. Log in.\n2. Share.", "<ol><li>Log in.</li><li>Share.</li></ol>"),
        ("<b>5 < 6 & 7</b>", "<p>&lt;b&gt;5 &lt; 6 &amp; 7&lt;/b&gt;</p>"),
    ],
)
def test_text_becomes_rich_text(text: str, html: str) -> None:
    assert rich_text(text) == html


def test_a_body_is_headings_and_the_text_between_them() -> None:
    blocks = body_blocks("Before.\n\n## What we did\nWe asked.\n\nTwice.\n\n## Empty\n## Last\nEnd.")
    assert [(kind, getattr(value, "source", value)) for kind, value in blocks] == [
        ("paragraph", "<p>Before.</p>"),
        ("heading", "What we did"),
        ("paragraph", "<p>We asked.</p><p>Twice.</p>"),
        ("heading", "Empty"),
        ("heading", "Last"),
        ("paragraph", "<p>End.</p>"),
    ]


def test_headings_of_a_standing_page_are_escaped_too() -> None:
    assert headed_html("## You & <me>\nHello.") == "<h2>You &amp; &lt;me&gt;</h2><p>Hello.</p>"
