"""The engine within reach: one call through the circuit breaker, and ``None`` where there is no answer."""

import logging
from collections.abc import Callable

from search.breaker import engine_breaker
from search.engine import Engine, EngineUnavailable
from search.engines import get_engine

logger = logging.getLogger(__name__)


def from_engine[Answer](ask: Callable[[Engine], Answer]) -> Answer | None:
    """Return what the engine in force answers; ``None`` while it is out of reach. Never raises because of an engine."""
    if not engine_breaker.allows():
        return None
    try:
        answer = ask(get_engine())
    except EngineUnavailable as error:
        logger.warning("Search engine out of reach: %s", error)
        engine_breaker.failed()
        return None
    engine_breaker.succeeded()
    return answer
