"""Terms with how many resources they hold, and the page of one of them."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class CountedTerm:
    """A topic or region with its page and the number of resources the viewer finds in it or below it."""

    code: str
    label: str
    url: str
    count: int
    children: tuple["CountedTerm", ...] = ()


@dataclass(frozen=True, slots=True)
class TermPage:
    """What the page of a topic or region shows; ``above`` goes from the root down."""

    facet: str
    code: str
    label: str
    above: tuple[CountedTerm, ...]
    children: tuple[CountedTerm, ...]
    total: int
    newest: tuple[HitView, ...]


def term_page(facet: str, code: str, access: Access) -> TermPage:
    """Return what a topic or region holds for a viewer; one search."""
    vocabulary = get_vocabulary()
    answer = find(SearchParams(sort="newest").with_value(facet, code), access)
    labels = Labels(vocabulary, get_language() or "en")
    above = reversed(vocabulary.ancestors(facet, code)[1:])
    return TermPage(
        facet,
        code,
        labels.of(facet, code),
        tuple(_counted(facet, parent, {}, labels) for parent in above),
        counted_children(facet, code, answer, vocabulary),
        answer.total,
        hit_views(answer.hits[:NEWEST_SHOWN], labels),
    )


def counted_children(
    facet: str, parent: str | None, answer: ResultPage, vocabulary: Vocabulary, levels: int = 1
) -> tuple[CountedTerm, ...]:
    """Return what stands below a term, by name, down to ``levels``; ``None`` gives the top of the tree.

    Counts are those of an answer; terms in which nothing is found are left out, unless the answer counts nothing at
    all (the database answers, or the library is empty).
    """
    labels = Labels(vocabulary, get_language() or "en")
    counts = {value.code: value.count for value in answer.facets.get(facet, ())}
    terms = [
        _counted(
            facet,
            term.code,
            counts,
            labels,
            counted_children(facet, term.code, answer, vocabulary, levels - 1) if levels > 1 else (),
        )
        for term in vocabulary.children(facet, parent)
        if counts.get(term.code) or not counts
    ]
    return tuple(sorted(terms, key=lambda term: term.label.casefold()))


def _counted(
    facet: str, code: str, counts: dict[str, int], labels: Labels, children: tuple[CountedTerm, ...] = ()
) -> CountedTerm:
    return CountedTerm(code, labels.of(facet, code), reverse(facet, args=[code]), counts.get(code, 0), children)
