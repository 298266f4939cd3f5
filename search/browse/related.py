"""What an organisation shares, and what is near a resource."""

from django.utils.translation import get_language

from library.models import ResourcePage
from search.access import Access
from search.engine import ResultPage
from search.params import SearchParams
from search.presentation.hits import HitView, hit_views
from search.presentation.labels import Labels
from search.service import find
from search.vocabulary.snapshot import get_vocabulary

RELATED_SHOWN = 4


def newest_of(organisation: str, access: Access) -> ResultPage:
    """Return the newest resources of an organisation and how many there are."""
    return find(SearchParams(organisation=(organisation,), sort="newest"), access)


def as_views(answer: ResultPage, limit: int) -> tuple[HitView, ...]:
    """Return the first hits of an answer in the reader's words."""
    return hit_views(answer.hits[:limit], Labels(get_vocabulary(), get_language() or "en"))


def related_to(resource: ResourcePage, access: Access) -> tuple[HitView, ...]:
    """Return resources on the same topics, newest first; none for a resource without topics."""
    topics = tuple(sorted(topic.slug for topic in resource.topics.all()))
    if not topics:
        return ()
    answer = find(SearchParams(topic=topics, sort="newest"), access)
    others = tuple(view for view in as_views(answer, len(answer.hits)) if view.document.page_id != resource.pk)
    return others[:RELATED_SHOWN]
