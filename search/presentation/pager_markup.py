"""The pager and the orders as HTML, flat for the reason given in facet_markup."""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from search.presentation.numbers import counted
from search.presentation.pager import PageLink, Pager, SortLink

PAGER = '<nav class="pager" aria-label="{label}"><ol role="list">{previous}{links}{next}</ol></nav>'
NEIGHBOUR = '<li><a href="{url}" rel="{rel}">{words}</a></li>'
GAP = '<li><span class="pager-gap" aria-hidden="true">…</span></li>'
PAGE = '<li><a href="{url}"><span class="visually-hidden">{page} </span>{number}</a></li>'
CURRENT = '<li><span aria-current="page"><span class="visually-hidden">{page} </span>{number}</span></li>'
SORTS = '<nav class="sort" aria-label="{label}">{links}</nav>'
SORT = '<a href="{url}" rel="nofollow"{current}>{words}</a>'


def pager_html(pager: Pager) -> SafeString:
    """Return the links to other pages."""
    page = escape(gettext("Page"))
    return SafeString(
        PAGER.format(
            label=escape(gettext("Pages of results")),
            previous=_neighbour(pager.previous_url, "prev", gettext("Previous")),
            links="".join([_page(link, page) for link in pager.links]),
            next=_neighbour(pager.next_url, "next", gettext("Next")),
        )
    )


def sorts_html(sorts: Iterable[SortLink]) -> SafeString:
    """Return the links to other orders."""
    links = [
        SORT.format(
            url=escape(link.url), current=' aria-current="true"' if link.current else "", words=escape(link.label)
        )
        for link in sorts
    ]
    return SafeString(SORTS.format(label=escape(gettext("Order")), links="\n".join(links)))


def _neighbour(url: str, rel: str, words: str) -> str:
    return NEIGHBOUR.format(url=escape(url), rel=rel, words=escape(words)) if url else ""


def _page(link: PageLink, page: str) -> str:
    if not link.number:
        return GAP
    return (CURRENT if link.current else PAGE).format(url=escape(link.url), page=page, number=counted(link.number))
