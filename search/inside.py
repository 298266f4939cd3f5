"""The places inside the files of one resource that match a query."""

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from library.models import ResourcePage
from search.access import Access
from search.engine import Ask, Hit
from search.index.predicate import indexable_resources
from search.params import SearchParams
from search.question.ask import ask
from search.reach import from_engine
from search.visibility import visible
from search.vocabulary.snapshot import get_vocabulary


def resource_to_look_inside(page_id: int, access: Access) -> ResourcePage:
    """Return a resource that the viewer may see; raises ``Http404`` for any other. Two queries."""
    found: ResourcePage = get_object_or_404(visible(indexable_resources(), access), id=page_id)
    return found


def places_inside(page_id: int, query: str, access: Access) -> Hit | None:
    """Return a resource as a hit with up to ``PASSAGES_INSIDE`` places.

    ``None`` where nothing in it matches, or where the engine is out of reach.
    """
    question = Ask(SearchParams(q=query), ask(query, get_language() or "en", get_vocabulary()), size=1, inside=page_id)
    answer = from_engine(lambda engine: engine.search([question], access))
    return answer[0].hits[0] if answer and answer[0].hits else None
