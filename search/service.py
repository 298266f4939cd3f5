"""One question, one answer: the engine's, or the database's when the engine does not answer."""

import logging

from django.utils.translation import get_language

from search.access import Access
from search.breaker import engine_breaker
from search.engine import Ask, EngineUnavailable, ResultPage
from search.engines import get_engine
from search.fallback import search_database
from search.params import SearchParams
from search.question.ask import ask

logger = logging.getLogger(__name__)


def find(params: SearchParams, access: Access) -> ResultPage:
    """Answer a question within a viewer's rights; never raises because of an engine."""
    if engine_breaker.allows():
        try:
            (page,) = get_engine().search([Ask(params, ask(params.q, get_language() or "en"))], access)
        except EngineUnavailable as error:
            logger.warning("Search engine out of reach, the database answers: %s", error)
            engine_breaker.failed()
        else:
            engine_breaker.succeeded()
            return page
    return search_database(params, access)
