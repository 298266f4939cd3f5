"""Asking links while somebody writes: none twice within a while, and not without end for one person."""

from collections.abc import Callable
from hashlib import sha256
from typing import Final

from django.core.cache import cache

from library.moderation.checks.link_states import LinkState, state_of

HOUR: Final = 3600  # seconds that a link which works is believed
WHILE: Final = 300  # seconds that one which does not is left alone; somebody may be mending it
MOST_OF_A_PERSON: Final = 100  # new addresses within ``WHILE``; a resource has five


class LinkMemory:
    """Answers from memory; asks what is new only where ``person`` is given, and says ``NOT_ASKED`` otherwise."""

    def __init__(self, person: int | None = None, ask: Callable[[str], LinkState] | None = None) -> None:
        self._person, self._ask = person, ask or state_of

    def __call__(self, url: str) -> LinkState:
        """Return the state of a link as far as it may be known now."""
        key = f"link-state:{sha256(url.encode()).hexdigest()}"
        known = cache.get(key)
        if known is not None:
            return LinkState(known)
        if self._person is None or not _is_granted(self._person):
            return LinkState.NOT_ASKED
        state = self._ask(url)
        cache.set(key, state.value, HOUR if state is LinkState.FINE else WHILE)
        return state


def _is_granted(person: int) -> bool:
    key = f"links-asked-for:{person}"
    cache.add(key, 0, WHILE)
    try:
        return bool(cache.incr(key) <= MOST_OF_A_PERSON)
    except ValueError:  # it was forgotten in between
        return True
