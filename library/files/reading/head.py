"""The head of a web page: title, people, date, language and licence, in the ways in which pages state them."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import IO, Any, Final

from lxml import etree

from library.files.reading.about import LONGEST, MOST, About
from library.files.reading.decoding import read_text

MOST_HEAD: Final = 2 * 1024 * 1024  # bytes; some pages carry their scripts in it
NAMES: Final[dict[str, tuple[str, ...]]] = {
    "title": ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"),
    "summary": ("description", "dc.description", "dcterms.description", "og:description"),
    "language": ("citation_language", "dc.language", "dcterms.language", "og:locale"),
    "date": ("citation_publication_date", "citation_date", "dc.date", "dcterms.issued", "article:published_time"),
    "people": ("citation_author", "dc.creator", "dcterms.creator", "author", "article:author"),
    "licences": ("dc.rights", "dcterms.license", "dcterms.rights", "citation_license"),
}
LINKED: Final[dict[str, tuple[str, ...]]] = {
    "title": ("name", "headline"),
    "summary": ("description",),
    "language": ("inLanguage",),
    "date": ("datePublished", "dateCreated"),
    "people": ("author", "creator"),
    "licences": ("license",),
}  # the names of schema.org


class _Head:
    """Receives what a parser meets, so that no tree is ever built."""

    def __init__(self) -> None:
        self.named: dict[str, list[str]] = defaultdict(list)
        self.linked: list[str] = []
        self._into: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        given = {name.lower(): value for name, value in attributes.items()}
        if tag == "html":
            self._note(":language", given.get("lang"))
        elif tag == "meta":
            self._note((given.get("name") or given.get("property") or "").lower(), given.get("content"))
        elif tag in ("link", "a") and "license" in given.get("rel", "").lower().split():
            self._note(":licence", given.get("href"))
        elif tag == "title" and not self.named[":title"]:
            self._into = self.named[":title"]
        elif tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self._into = self.linked

    def _note(self, name: str, value: str | None) -> None:
        if value and len(self.named) < 500 and len(self.named[name]) < MOST:
            self.named[name].append(value[: 4 * LONGEST])

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in ("title", "script"):
            self._into = None

    def data(self, text: str) -> None:
        """Text stands between the marks."""
        if self._into is not None:
            self._into.append(text)

    def comment(self, text: str) -> None:
        """Nobody reads a comment."""

    def pi(self, target: str, data: str | None = None) -> None:
        """Nobody reads an instruction to a program."""

    def close(self) -> None:
        """The end."""


def about_html(file: IO[bytes]) -> About:
    """Return what a page says of itself: tags for libraries before those for networks, before its plain title."""
    head = _Head()
    parser = etree.HTMLParser(target=head, no_network=True)
    parser.feed(read_text(file, MOST_HEAD) or " ")
    parser.close()
    linked = _linked("".join(head.linked))
    found = {part: [*_first(head.named, names), *linked[part]] for part, names in NAMES.items()}
    found["title"] += ["".join(head.named[":title"])]
    found["language"] = [*head.named[":language"], *found["language"]]
    found["licences"] = [*head.named[":licence"], *found["licences"]]
    single = {part: next(iter(values), "") for part, values in found.items() if part not in ("people", "licences")}
    return About.of({**single, "people": found["people"][:MOST], "licences": found["licences"][:MOST]})


def _first(named: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return next((named[name] for name in names if named.get(name)), [])


def _linked(text: str) -> dict[str, list[str]]:
    """Return what the first thing described as linked data says."""
    try:
        said: Any = json.loads(text or "{}")
    except (ValueError, RecursionError):
        said = {}
    said = said.get("@graph", said) if isinstance(said, dict) else said
    thing = next((each for each in said if isinstance(each, dict)), {}) if isinstance(said, list) else said
    return {
        part: [value for name in names for value in _values(thing.get(name))][:MOST] for part, names in LINKED.items()
    }


def _values(value: Any) -> list[str]:
    """Return the texts in a value: itself, the name of a thing, or those of a list of either."""
    if isinstance(value, list):
        return [text for each in value[:MOST] for text in _values(each) if not isinstance(each, list)]
    if isinstance(value, dict):
        value = value.get("name") or value.get("url") or value.get("@id")
    return [value] if isinstance(value, str) and value else []
