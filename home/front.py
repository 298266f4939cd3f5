"""What the front page shows of the library."""

from dataclasses import dataclass

from library.models import EventPage
from network.models import OrganisationPage
from search.access import Access
from search.browse.directory import DirectoryEntry, entries
from search.browse.events import next_events
from search.browse.related import as_views
from search.browse.terms import CountedTerm, counted_children
from search.browse.visibility import visible
from search.params import SearchParams
from search.presentation.hits import HitView
from search.service import find
from search.vocabulary.snapshot import get_vocabulary

NEWEST_SHOWN, EVENTS_SHOWN, ORGANISATIONS_SHOWN = 8, 4, 4  # two full rows on a wide screen


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
    """Return what a viewer meets on the front page."""
    answer = find(SearchParams(sort="newest"), access)
    vocabulary = get_vocabulary()
    world = next((term.code for term in vocabulary.children("region", None)), None)
    organisations = visible(OrganisationPage.objects.all(), access).select_related("home_region")
    return FrontPage(
        total=answer.total,
        newest=as_views(answer, NEWEST_SHOWN),
        topics=counted_children("topic", None, answer, vocabulary),
        continents=counted_children("region", world, answer, vocabulary),
        events=next_events(access, EVENTS_SHOWN),
        organisations=entries(organisations.order_by("-first_published_at", "pk")[:ORGANISATIONS_SHOWN], access),
        organisations_total=organisations.count(),
    )
