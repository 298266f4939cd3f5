"""Topics and regions as trees in memory: in reading order, with depth and path, and without circles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Protocol


class Term(Protocol):
    """A term that may stand below another one."""

    pk: Any
    parent_id: Any


def in_reading_order[T: Term](terms: Iterable[T]) -> Iterator[tuple[int, T]]:
    """Yield ``(depth, term)``, each term before what is below it, siblings by their name as it is read.

    A term whose parent is not among them is at the top; one that is in a circle comes last.
    """
    every = sorted(terms, key=lambda term: str(term).casefold())
    known = {term.pk for term in every}
    below: dict[Any, list[T]] = defaultdict(list)
    for term in every:
        below[term.parent_id if term.parent_id in known else None].append(term)
    seen: set[Any] = set()
    stack = [(0, term) for term in reversed(below[None])]
    while stack:
        depth, term = stack.pop()
        seen.add(term.pk)
        yield depth, term
        stack += [(depth + 1, child) for child in reversed(below[term.pk]) if child.pk not in seen]
    yield from ((0, term) for term in every if term.pk not in seen)


def paths(terms: Iterable[Term]) -> list[tuple[Any, str]]:
    """Return ``(key, "Top › … › term")`` in reading order, for a list to choose from."""
    trail: list[str] = []
    found = []
    for depth, term in in_reading_order(terms):
        trail[depth:] = [str(term)]
        found.append((term.pk, " › ".join(trail)))
    return found


def would_circle(terms: Iterable[Term], moving: Any, below: Any) -> bool:
    """Tell whether a term would be above itself if it stood below another one; both are keys."""
    parents = {term.pk: term.parent_id for term in terms}
    above = below
    for _step in range(len(parents) + 1):
        if above is None:
            return False
        if above == moving:
            return True
        above = parents.get(above)
    return True
