"""HTML and Markdown by heading."""

from typing import IO, Final

from lxml import etree
from markdown_it import MarkdownIt

from library.files.reading.collecting import MOST_CHARACTERS, Collector
from library.files.reading.decoding import read_text
from library.files.reading.sections import Sections

MOST_MARKUP: Final = 32 * 1024 * 1024  # bytes; a page with its pictures inside is long, its text is not
CHUNK: Final = 64 * 1024
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
UNSEEN: Final = frozenset({"script", "style", "template", "noscript", "svg", "math", "object", "iframe"})
INLINE: Final = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "kbd", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "time", "u", "wbr"}
)


class _Target:
    """Receives what a parser meets, so that no tree is ever built."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self._unseen = 0
        self._heading: list[str] | None = None
        self._line: list[str] = []

    def start(self, tag: str, attributes: object) -> None:
        """An element begins."""
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in HEADINGS:
            self._end_line()
            self._heading = []
        elif tag not in INLINE:
            self._end_line()

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in HEADINGS and self._heading is not None:
            self._sections.begin("".join(self._heading))
            self._heading = None
        elif tag not in INLINE:
            self._end_line()

    def data(self, text: str) -> None:
        """Text stands between the marks."""
        if self._unseen:
            return
        if self._heading is not None:
            self._heading.append(text)
        else:
            self._line.append(text)

    def comment(self, text: str) -> None:
        """Nobody reads a comment."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nobody reads an instruction to a program."""

    def close(self) -> None:
        """The end."""
        self._end_line()

    def _end_line(self) -> None:
        if self._heading is not None:
            self._heading.append(" ")
        elif self._line:
            self._sections.add("".join(self._line))
            self._line = []


def read_html(file: IO[bytes], collect: Collector) -> int:
    """Collect the text below every heading; return how many sections there are."""
    return _read_markup(read_text(file, MOST_MARKUP), collect)


def read_markdown(file: IO[bytes], collect: Collector) -> int:
    """Collect the text below every heading of Markdown; return how many sections there are."""
    return _read_markup(MarkdownIt("commonmark").enable("table").render(read_text(file)[:MOST_CHARACTERS]), collect)


def _read_markup(text: str, collect: Collector) -> int:
    sections = Sections(collect)
    parser = etree.HTMLParser(target=_Target(sections), no_network=True, remove_comments=True, remove_pis=True)
    for start in range(0, len(text), CHUNK):
        parser.feed(text[start : start + CHUNK])
    if text:
        parser.close()
    return sections.end()
