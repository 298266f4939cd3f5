"""ResultsView: everything the results page shows."""

from dataclasses import dataclass
from functools import reduce

from django.utils.translation import get_language

from search.engine import ResultPage
from search.forms import SearchForm
from search.params import FACETS, SearchParams
from search.presentation.chips import Chip, chips
from search.presentation.facets import FacetGroup, facet_groups
from search.presentation.hits import HitView, hit_views
from search.presentation.labels import Labels, search_url
from search.presentation.pager import Pager, SortLink, last_page, pager, sort_links
from search.vocabulary.snapshot import Vocabulary


@dataclass(frozen=True, slots=True)
class ResultsView:
    """An answer in the reader's words; ``beyond`` says that the page asked for comes after the last one."""

    params: SearchParams
    form: SearchForm
    total: int
    hits: tuple[HitView, ...]
    chips: tuple[Chip, ...]
    groups: tuple[FacetGroup, ...]
    sorts: tuple[SortLink, ...]
    pager: Pager
    relaxed: bool
    limited: bool
    beyond: bool
    last_page_url: str
    unfiltered_url: str


def present(page: ResultPage, vocabulary: Vocabulary) -> ResultsView:
    """Return an answer as shown in the active language."""
    labels = Labels(vocabulary, get_language() or "en")
    everything = reduce(SearchParams.without_facet, FACETS, page.params.on_page(1))
    return ResultsView(
        params=page.params,
        form=SearchForm(page.params),
        total=page.total,
        hits=hit_views(page.hits, labels),
        chips=chips(page, labels),
        groups=facet_groups(page, labels),
        sorts=sort_links(page),
        pager=pager(page),
        relaxed=page.relaxed,
        limited=page.limited,
        beyond=page.params.page > last_page(page) and page.total > 0,
        last_page_url=search_url(page.params.on_page(last_page(page))),
        unfiltered_url=search_url(everything),
    )
