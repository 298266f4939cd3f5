"""Plain text of the demo library made into what Wagtail stores: rich text and the blocks of a body."""

import re
from collections.abc import Iterator
from itertools import groupby

from django.utils.html import escape
from wagtail.rich_text import RichText

from library.demo.manuscript import Block, Section

_HEADING = "## "
_NUMBER = re.compile(r"\d+\. ")  # as in library.demo.manuscript


def rich_text(text: str) -> str:
    """Return HTML of paragraphs, bulleted and numbered lists; whatever looks like markup in the text is escaped."""
    html: list[str] = []
    for tag, blocks in groupby(Section("", text).blocks(), key=_tag):
        if tag == "p":
            html.extend(f"<p>{escape(block.text)}</p>" for block in blocks)
        else:
            items = (escape(_NUMBER.sub("", block.text) if tag == "ol" else block.text) for block in blocks)
            html.append(f"<{tag}>{''.join(f'<li>{item}</li>' for item in items)}</{tag}>")
    return "".join(html)


def _tag(block: Block) -> str:
    if block.is_bullet:
        return "ul"
    return "ol" if _NUMBER.match(block.text) else "p"


def sections(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text at its lines that start with "## "; yield heading and text, the first heading may be empty."""
    heading, lines = "", list[str]()
    for line in text.splitlines():
        if line.startswith(_HEADING):
            yield heading, "\n".join(lines).strip()
            heading, lines = line.removeprefix(_HEADING).strip(), []
        else:
            lines.append(line)
    yield heading, "\n".join(lines).strip()


def body_blocks(text: str) -> list[tuple[str, str | RichText]]:
    """Return the blocks of a resource's body: headings, and the text between them."""
    blocks: list[tuple[str, str | RichText]] = []
    for heading, below in sections(text):
        if heading:
            blocks.append(("heading", heading))
        if below:
            blocks.append(("paragraph", RichText(rich_text(below))))
    return blocks


def headed_html(text: str) -> str:
    """Return HTML in which lines that start with "## " are headings of the second level."""
    return "".join(
        (f"<h2>{escape(heading)}</h2>" if heading else "") + rich_text(below) for heading, below in sections(text)
    )
