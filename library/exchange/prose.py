"""From a description in HTML or markdown to a plain summary and to the blocks of a resource's body."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

SUMMARY_LENGTH = 600  # characters, as ResourcePage.summary
HEADING_LENGTH = 255

# What the editor's features of library/resources/body.py can hold: bold, italic, ol, ul, link.
_TAGS = {"p", "br", "b", "i", "strong", "em", "ol", "ul", "li", "a"}
_WITH_CONTENT = {"script", "style", "iframe", "object", "embed", "svg", "math", "template", "noscript"}
_ACTIVE = re.compile(
    r"<\s*(script|iframe|object|embed|applet|svg|math|form|base|meta|link)\b|<[^>]{0,2000}?[\s/\"']on[a-z]+\s*="
    r"|(href|src|action)\s*=\s*[\"']?\s*(javascript|vbscript|data)\s*:",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"<\s*(img|picture|video|audio)\b", re.IGNORECASE)
_OPENING_TAG = re.compile(r"<(?:p|br|li|ul|ol)\b[^>]*>", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]?\s+|(?<=[。！？])")
_BLOCK_TAG = re.compile(r"\A\s*<(p|ol|ul)\b", re.IGNORECASE)

_markdown = MarkdownIt("commonmark", {"html": True})


@dataclass(frozen=True, slots=True)
class Prose:
    """A description taken apart. ``body`` is empty where the summary says it all.

    ``cut`` tells that the summary ends in the middle of a sentence, ``active`` and ``pictures`` what was removed.
    """

    summary: str
    body: tuple[tuple[str, str], ...]
    cut: bool = False
    active: bool = False
    pictures: bool = False

    @property
    def text(self) -> str:
        """Everything as plain text."""
        return " ".join([self.summary, *(plain_text(value) for _block, value in self.body)])


def read_prose(description: str) -> Prose:
    """Return a description as summary and body; only what the editor could have written is left."""
    tokens = _markdown.parse(description)
    rendered = _markdown.renderer.render(tokens, _markdown.options, {})
    blocks = tuple(_merged(_blocks(tokens)))
    paragraphs = [plain_text(value) for block, value in blocks if block == "paragraph"]
    whole = " ".join(paragraphs) or " ".join(value for _block, value in blocks)
    summary, cut = _summary(whole)
    simple = len(whole) <= SUMMARY_LENGTH and all(map(_is_plain, blocks))
    return Prose(
        summary=summary,
        body=() if simple else blocks,
        cut=cut,
        active=bool(_ACTIVE.search(rendered)),
        pictures=bool(_PICTURE.search(rendered)),
    )


def plain_text(markup: str) -> str:
    """Return the words of safe HTML, with single spaces between them."""
    return " ".join(html.unescape(_ANY_TAG.sub("", _OPENING_TAG.sub(" ", markup))).split())


def safe_html(markup: str) -> str:
    """Return HTML with nothing in it but paragraphs, lists, bold, italic and links to the web or to mail."""
    clean = nh3.clean(
        markup,
        tags=_TAGS,
        attributes={"a": {"href"}},
        clean_content_tags=_WITH_CONTENT,
        url_schemes={"http", "https", "mailto"},
        attribute_filter=_absolute_only,
        link_rel=None,
    )
    return re.sub(r"<(/?)em>", r"<\1i>", re.sub(r"<(/?)strong>", r"<\1b>", clean)).strip()


def _absolute_only(_tag: str, _attribute: str, value: str) -> str | None:
    """Keep links that lead somewhere from here; a relative one belonged to the site it was written for."""
    return value if value.lower().startswith(("http://", "https://", "mailto:")) else None


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """Yield ``(block, value)`` for every part of the top level."""
    start = 0
    for index, token in enumerate(tokens):
        if token.level or token.nesting == 1:
            continue
        part, start = tokens[start : index + 1], index + 1
        markup = safe_html(_markdown.renderer.render(part, _markdown.options, {}))
        words = plain_text(markup)
        if not words:
            continue
        if part[0].type == "heading_open":
            yield "heading", words[:HEADING_LENGTH]
        else:
            yield "paragraph", markup if _BLOCK_TAG.match(markup) else f"<p>{markup}</p>"


def _merged(blocks: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join neighbouring paragraphs, so that the editor shows one text and not twenty."""
    waiting: list[str] = []
    for block, value in blocks:
        if block == "paragraph":
            waiting.append(value)
            continue
        if waiting:
            yield "paragraph", "".join(waiting)
            waiting = []
        yield block, value
    if waiting:
        yield "paragraph", "".join(waiting)


def _is_plain(block: tuple[str, str]) -> bool:
    """Whether nothing is lost when the block's words are all that is kept."""
    kind, value = block
    return kind == "paragraph" and re.fullmatch(r"<p>[^<]*</p>", value) is not None


def _summary(text: str) -> tuple[str, bool]:
    """Return the first whole sentences of a text that fit; or, cut at a word, the beginning of the first one."""
    if len(text) <= SUMMARY_LENGTH:
        return text, False
    end = 0
    for match in _SENTENCE_END.finditer(text, 0, SUMMARY_LENGTH + 2):
        if len(text[: match.start()]) > SUMMARY_LENGTH:
            break
        end = match.end()
    if end:
        return text[:end].strip(), False
    return text[: SUMMARY_LENGTH - 1].rsplit(" ", 1)[0] + "…", True
