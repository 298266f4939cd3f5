"""What the front page shows of the library."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import zip_longest

from library.models import EventPage
from network.models import OrganisationPage
from search.access import Access
from search.browse.directory import DirectoryEntry, entries
from search.browse.events import next_events
from search.browse.related import as_views
from search.browse.terms import CountedTerm, CountedTerms
from search.engine import Hit
from search.params import SearchParams
from search.presentation.hits import HitView
from search.service import find
from search.visibility import visible
from search.vocabulary.snapshot import get_vocabulary

NEWEST_SHOWN, EVENTS_SHOWN, ORGANISATIONS_SHOWN = 8, 4, 4  # two full rows on a wide screen
TOPICS_SHOWN = 24  # six rows of four, the most used


@dataclass(frozen=True, slots=True)
class FrontPage:
    """Everything below the search box; counts are those of the viewer."""

    total: int
    newest: tuple[HitView, ...]
    topics: tuple[CountedTerm, ...]
    continents: tuple[CountedTerm, ...]
    events: list[EventPage]
    organisations: tuple[DirectoryEntry, ...]
    organisations_total: int


def read_front_page(access: Access) -> FrontPage:
    """Return what a viewer meets on the front page; one search."""
    answer = find(SearchParams(sort="newest"), access)
    topics, regions = (CountedTerms(facet, answer, get_vocabulary()) for facet in ("topic", "region"))
    organisations = visible(OrganisationPage.objects.all(), access).select_related("home_region")
    newest_organisations = organisations.order_by("-first_published_at", "pk")[:ORGANISATIONS_SHOWN]
    return FrontPage(
        total=answer.total,
        newest=as_views(replace(answer, hits=mixed(answer.hits)), NEWEST_SHOWN),
        topics=topics.most_used(topics.top(), TOPICS_SHOWN),
        continents=regions.two_levels(regions.root(), 0),
        events=next_events(access, EVENTS_SHOWN),
        organisations=entries(newest_organisations, answer),
        organisations_total=organisations.count(),
    )


def mixed(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Return hits of every type in turn, those of each type in their order: nobody wants eight events in a row."""
    by_type: dict[str, list[Hit]] = defaultdict(list)
    for hit in hits:
        by_type[hit.document.type].append(hit)
    rounds = zip_longest(*by_type.values())
    return tuple(hit for one_of_each in rounds for hit in one_of_each if hit is not None)
