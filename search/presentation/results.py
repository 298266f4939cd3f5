"""ResultsView: everything the results page shows."""

from dataclasses import dataclass

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import get_language, ngettext

from search.engine import ResultPage
from search.forms import SearchForm
from search.params import SearchParams
from search.presentation.addresses import Addresses, search_url
from search.presentation.chips import Chip, chips
from search.presentation.facets import Filters, filters
from search.presentation.guidance import GuidanceView, guidance_view
from search.presentation.hits import HitView, hit_views
from search.presentation.labels import Labels
from search.presentation.pager import Pager, SortLink, last_page, pager, sort_links
from search.vocabulary.snapshot import Vocabulary


@dataclass(frozen=True, slots=True)
class ResultsView:
    """An answer in the reader's words; ``beyond`` says that the page asked for comes after the last one."""

    params: SearchParams
    form: SearchForm
    total: int
    total_words: str
    hits: tuple[HitView, ...]
    chips: tuple[Chip, ...]
    filters: Filters
    sorts: tuple[SortLink, ...]
    pager: Pager
    guidance: GuidanceView
    relaxed: bool
    limited: bool
    beyond: bool
    last_page_url: str
    unfiltered_url: str


def present(page: ResultPage, vocabulary: Vocabulary, languages: tuple[str, ...] = ()) -> ResultsView:
    """Return an answer as shown in the active language, to somebody who reads these languages."""
    labels = Labels(vocabulary, get_language() or "en")
    addresses = Addresses(page.params)
    everything = page.params.unfiltered()
    return ResultsView(
        params=page.params,
        form=SearchForm(page.params),
        total=page.total,
        total_words=_total_words(page),
        hits=hit_views(page.hits, labels, page.params.q),
        chips=chips(page, labels, addresses),
        filters=filters(page, labels, addresses, languages),
        sorts=sort_links(page, addresses),
        pager=pager(page, addresses),
        guidance=guidance_view(page, labels),
        relaxed=page.relaxed,
        limited=page.limited,
        beyond=page.params.page > last_page(page) and page.total > 0,
        last_page_url=addresses.page(last_page(page)),
        unfiltered_url=search_url(everything),
    )


def _total_words(page: ResultPage) -> str:
    values = {"number": intcomma(page.total), "words": page.params.q}
    if page.params.q:
        counted = ngettext("%(number)s resource for “%(words)s”", "%(number)s resources for “%(words)s”", page.total)
    else:
        counted = ngettext("%(number)s resource", "%(number)s resources", page.total)
    return counted % values
