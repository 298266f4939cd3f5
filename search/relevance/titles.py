"""Titles of the live index, as a visitor finds them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import batched

from numpy.random import Generator

from search.access import VISITOR
from search.engine import Ask, Engine
from search.params import LAST_PAGE, PAGE_SIZE, SearchParams
from search.question.nodes import Question
from search.relevance.typos import long_words
from search.words import fold

TOGETHER = 500  # documents of one request: as many as 25 pages
READ = LAST_PAGE * PAGE_SIZE  # the newest 10,000, as far as an answer can be paged through


@dataclass(frozen=True, slots=True)
class Title:
    """A title and its language."""

    text: str
    language: str


def sample_titles(engine: Engine, count: int, random: Generator) -> list[Title]:
    """Return different titles in which a mistake can be made, in random order; fewer where there are no more."""
    different = {fold(title.text): title for title in _titles(engine) if long_words(title.text)}
    titles = list(different.values())
    return [titles[int(place)] for place in random.permutation(len(titles))[:count]]


def _titles(engine: Engine) -> Iterator[Title]:
    everything = Question()
    for pages in batched(range(1, LAST_PAGE + 1), TOGETHER // PAGE_SIZE):
        params = SearchParams(sort="newest", page=pages[0])
        (found,) = engine.search([Ask(params, everything, detail="hits", size=TOGETHER)], VISITOR)
        yield from (Title(hit.document.title, hit.document.language) for hit in found.hits)
        if len(found.hits) < TOGETHER:
            return
