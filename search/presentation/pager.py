"""The pager and the orders to choose from."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.engine import ResultPage
from search.params import LAST_PAGE, Sort
from search.presentation.addresses import Addresses

NEIGHBOURS = 2  # page 10 of 20 shows 1 … 8 9 10 11 12 … 20

SORT_LABELS: dict[Sort, Promise] = {
    "relevance": _("Best match"),
    "newest": _("Newest"),
    "used": _("Most used"),
    "title": _("Title"),
}


@dataclass(frozen=True, slots=True)
class PageLink:
    """A numbered page; ``number`` 0 stands for the pages left out."""

    number: int
    url: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """Links to other pages of an answer; empty addresses where there is none."""

    links: tuple[PageLink, ...]
    previous_url: str
    next_url: str

    @property
    def needed(self) -> bool:
        """Whether there is more than one page."""
        return len(self.links) > 1


@dataclass(frozen=True, slots=True)
class SortLink:
    """An order in which hits can stand."""

    label: str
    url: str
    current: bool


def pager(page: ResultPage, addresses: Addresses) -> Pager:
    """Return the links around the current page."""
    last, current = last_page(page), page.params.page

    def url(number: int) -> str:
        return addresses.page(number) if 1 <= number <= last else ""

    near = range(current - NEIGHBOURS, current + NEIGHBOURS + 1)
    links: list[PageLink] = []
    for number in sorted({1, last, *(number for number in near if 1 <= number <= last)}):
        if links and number > links[-1].number + 1:
            links.append(PageLink(0))
        links.append(PageLink(number, url(number), number == current))
    return Pager(tuple(links), url(current - 1), url(current + 1))


def last_page(page: ResultPage) -> int:
    """Return the number of the last page that can be reached."""
    return min(page.pages, LAST_PAGE)


def sort_links(page: ResultPage, addresses: Addresses) -> tuple[SortLink, ...]:
    """Return every order with its address."""
    return tuple(
        SortLink(str(label), addresses.sorted_by(name), name == page.params.sort) for name, label in SORT_LABELS.items()
    )
