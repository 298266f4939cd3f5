"""The directory: organisations by name and region, with how many resources of each a viewer finds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.core.paginator import Page as PaginatorPage
from django.core.paginator import Paginator
from django.db.models.functions import Lower
from django.http import QueryDict
from django.utils.translation import get_language

from network.models import OrganisationPage
from search.access import Access
from search.engine import ResultPage
from search.params import SearchParams, clean_page, clean_text
from search.presentation.labels import Labels
from search.service import find
from search.visibility import visible
from search.vocabulary.snapshot import get_vocabulary

ORGANISATIONS_A_PAGE = 24


@dataclass(frozen=True, slots=True)
class DirectoryEntry:
    """An organisation as listed: its page, where it is, and how many resources it shares."""

    page: OrganisationPage
    place: str
    resources: int


@dataclass(frozen=True, slots=True)
class Directory:
    """A page of the directory. ``regions`` are code and name of every place to choose; ``query`` keeps the filter."""

    name: str
    region: str
    regions: tuple[tuple[str, str], ...]
    entries: tuple[DirectoryEntry, ...]
    total: int
    page: "PaginatorPage[OrganisationPage]"
    query: str


def read_directory(query: QueryDict, access: Access) -> Directory:
    """Return the part of the directory that an address asks for (``name``, ``region``, ``page``)."""
    name, region = clean_text(query.get("name", "")), query.get("region", "")[:50]
    organisations = visible(OrganisationPage.objects.all(), access).filter(title__icontains=name)
    if region:
        organisations = organisations.filter(home_region__code__in=_at_or_below(region))
    ordered = organisations.select_related("home_region").order_by(Lower("title"), "pk")
    paginator: Paginator[OrganisationPage] = Paginator(ordered, ORGANISATIONS_A_PAGE)
    page = paginator.get_page(clean_page(query.get("page", "1")))
    kept = QueryDict(mutable=True)
    kept.update({key: value for key, value in (("name", name), ("region", region)) if value})
    listed = entries(page.object_list, find(SearchParams(), access))
    return Directory(name, region, _places(access), listed, paginator.count, page, kept.urlencode())


def entries(organisations: Iterable[OrganisationPage], answer: ResultPage) -> tuple[DirectoryEntry, ...]:
    """Return organisations as listed, with the counts of an answer to the question for everything."""
    counts = answer.facets.get("organisation", {})
    name = _place_namer()
    return tuple(
        DirectoryEntry(page, name(page.home_region.code) if page.home_region else "", counts.get(page.slug, 0))
        for page in organisations
    )


def place_name(code: str) -> str:
    """Return the name of a region in the reader's language, or nothing for no region."""
    return _place_namer()(code) if code else ""


def _place_namer() -> Callable[[str], str]:
    return Labels(get_vocabulary(), get_language() or "en").namer("region")


def _at_or_below(code: str) -> list[str]:
    vocabulary = get_vocabulary()
    return [other for other in vocabulary.regions if code in vocabulary.ancestors("region", other)]


def _places(access: Access) -> tuple[tuple[str, str], ...]:
    """Return the places that organisations are in and everything above them, the root excepted."""
    homes = visible(OrganisationPage.objects.all(), access).filter(home_region__isnull=False)
    vocabulary = get_vocabulary()
    used = vocabulary.with_ancestors("region", homes.values_list("home_region__code", flat=True).distinct())
    name = _place_namer()
    named = [(code, name(code)) for code in used if vocabulary.regions[code].parent]
    return tuple(sorted(named, key=lambda place: place[1].casefold()))
