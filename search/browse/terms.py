"""Terms with how many resources they hold, and the page of one of them."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import get_language

from search.access import Access
from search.engine import ResultPage
from search.params import SearchParams
from search.presentation.hits import HitView, hit_views
from search.presentation.labels import Labels
from search.service import find
from search.vocabulary.snapshot import Vocabulary, get_vocabulary

NEWEST_SHOWN = 8  # two full rows on a wide screen
TERMS_A_PAGE = 60  # fifteen rows of four on a wide screen
COUNTED_AT_MOST = 1000  # values that engines count of a facet; what comes after them was not counted, but is not empty


@dataclass(frozen=True, slots=True)
class CountedTerm:
    """A topic or region with its page and the number of resources the viewer finds in it or below it.

    ``left_out`` is how many children there are besides those given.
    """

    code: str
    label: str
    url: str
    count: int
    children: tuple["CountedTerm", ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class TermPage:
    """What the page of a topic or region shows; ``above`` goes from the root down, ``children`` is one of ``pages``."""

    facet: str
    code: str
    label: str
    above: tuple[CountedTerm, ...]
    children: tuple[CountedTerm, ...]
    pages: "Page[str]"
    total: int
    newest: tuple[HitView, ...]


def term_page(facet: str, code: str, access: Access, page: int = 1) -> TermPage:
    """Return what a topic or region holds for a viewer, with a page of what stands below it; one search."""
    vocabulary = get_vocabulary()
    answer = find(SearchParams(sort="newest").with_value(facet, code), access)
    terms = CountedTerms(facet, answer, vocabulary)
    below: Paginator[str] = Paginator(terms.below(code), TERMS_A_PAGE)
    shown = below.get_page(page)
    return TermPage(
        facet,
        code,
        terms.labels.of(facet, code),
        tuple(terms.uncounted(parent) for parent in reversed(vocabulary.ancestors(facet, code)[1:])),
        tuple(terms.term(child) for child in shown.object_list),
        shown,
        answer.total,
        hit_views(answer.hits[:NEWEST_SHOWN], terms.labels),
    )


class CountedTerms:
    """The terms of a facet with the counts of an answer.

    Terms in which nothing is found are left out, unless the answer does not tell: it counts nothing at all (the
    database answers, or the library is empty), or more than engines count.
    """

    def __init__(self, facet: str, answer: ResultPage, vocabulary: Vocabulary) -> None:
        self.facet, self.vocabulary = facet, vocabulary
        self.labels = Labels(vocabulary, get_language() or "en")
        self.counts = answer.facets.get(facet, {})
        self._all_counted = 0 < len(self.counts) < COUNTED_AT_MOST

    def root(self) -> str | None:
        """Return the code of the first root, such as the world, whether counted or not."""
        return next((term.code for term in self.vocabulary.children(self.facet, None)), None)

    def top(self) -> str | None:
        """Return the code below which the tree begins to branch: a single root says nothing."""
        top: str | None = None
        while len(only := self.below(top)) == 1 and self.below(only[0]):
            top = only[0]
        return top

    def below(self, parent: str | None) -> list[str]:
        """Return the codes below a term by name; ``None`` gives the top of the tree."""
        codes = [
            term.code
            for term in self.vocabulary.children(self.facet, parent)
            if self.counts.get(term.code) or not self._all_counted
        ]
        name = self.labels.namer(self.facet)
        return sorted(codes, key=lambda code: name(code).casefold())

    def most_used(self, parent: str | None, limit: int) -> tuple[CountedTerm, ...]:
        """Return up to ``limit`` terms below a term, those with the most resources, by name."""
        codes = self.below(parent)
        kept = frozenset(sorted(codes, key=lambda code: -self.counts.get(code, 0))[:limit])
        return tuple(self.term(code) for code in codes if code in kept)

    def two_levels(self, parent: str | None, limit: int) -> tuple[CountedTerm, ...]:
        """Return what stands below a term, each with up to ``limit`` of what stands below it."""
        return tuple(self._with_children(code, limit) for code in self.below(parent))

    def _with_children(self, code: str, limit: int) -> CountedTerm:
        children = self.most_used(code, limit)
        return self.term(code, children, len(self.below(code)) - len(children))

    def term(self, code: str, children: tuple[CountedTerm, ...] = (), left_out: int = 0) -> CountedTerm:
        """Return one term with its count, 0 where it was not counted."""
        url = reverse(self.facet, args=[code])
        return CountedTerm(code, self.labels.of(self.facet, code), url, self.counts.get(code, 0), children, left_out)

    def uncounted(self, code: str) -> CountedTerm:
        """Return one term without its count."""
        return CountedTerm(code, self.labels.of(self.facet, code), reverse(self.facet, args=[code]), 0)
