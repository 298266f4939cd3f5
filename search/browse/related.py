"""What an organisation shares, and what is near a resource."""

from django.utils.translation import get_language

from library.models import ResourcePage
from search.access import Access
from search.engine import Hit, ResultPage
from search.params import SearchParams
from search.presentation.hits import HitView, hit_views
from search.presentation.labels import Labels
from search.reach import from_engine
from search.service import find
from search.vocabulary.snapshot import Vocabulary, get_vocabulary

RELATED_SHOWN = 4


def newest_of(organisation: str, access: Access) -> ResultPage:
    """Return the newest resources of an organisation and how many there are."""
    return find(SearchParams(organisation=(organisation,), sort="newest"), access)


def as_views(answer: ResultPage, limit: int) -> tuple[HitView, ...]:
    """Return the first hits of an answer in the reader's words."""
    return _views(answer.hits[:limit], get_vocabulary())


def related_to(resource: ResourcePage, access: Access, vocabulary: Vocabulary) -> tuple[HitView, ...]:
    """Return resources near one in content, topics and regions; none while the engine is out of reach."""
    near = from_engine(lambda engine: engine.related(resource.pk, access, RELATED_SHOWN))
    return _views(near or (), vocabulary)


def _views(hits: tuple[Hit, ...], vocabulary: Vocabulary) -> tuple[HitView, ...]:
    return hit_views(hits, Labels(vocabulary, get_language() or "en"))
