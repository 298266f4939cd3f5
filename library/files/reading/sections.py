"""Texts with headings: what stands below a heading is a section."""

from library.files.reading.collecting import MOST_CHARACTERS, Collector


class Sections:
    """Gathers the text below a heading, and hands it on when the next one comes."""

    def __init__(self, collect: Collector) -> None:
        """Begin before the first heading; a section without heading and text is none."""
        self._collect = collect
        self._number = 0
        self._heading = ""
        self._lines: list[str] = []
        self._length = 0

    def begin(self, heading: str) -> None:
        """End the section so far and begin one."""
        self.end()
        self._heading = heading

    def add(self, text: str) -> None:
        """Add a paragraph or a line."""
        self._collect.tick()
        self._lines.append(text)
        self._length += len(text) + 1
        if self._length > MOST_CHARACTERS:
            self.end()

    def end(self) -> int:
        """Hand on what is there; return how many sections there were."""
        text = "\n".join(self._lines)
        heading, self._heading, self._lines, self._length = self._heading, "", [], 0
        if heading.strip() or text.strip():
            self._number += 1
            self._collect.look()
            self._collect.add(self._number, heading, text)
        return self._number
