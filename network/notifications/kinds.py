"""Kinds of notifications: each app that has something to tell registers its own when it is ready."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from network.users.models import User


@dataclass(frozen=True, slots=True)
class Kind:
    """What is told, by templates ``mail/<name>.subject.txt``, ``.txt`` and ``.html``.

    They are given ``about``, ``recipient`` and ``data``.

    ``may_know`` is asked at the moment of sending; ``action`` gives the address of the page on which to act;
    ``group`` is what people choose about, with ``group_label``; an ``is_essential`` one is sent whatever they chose.
    """

    name: str
    group: str
    group_label: Promise | str
    may_know: Callable[[User, Any], bool]
    action: Callable[[Any, Mapping[str, Any]], str]
    is_essential: bool = False


_kinds: dict[str, Kind] = {}


def register(*kinds: Kind) -> None:
    """Make kinds known; a name twice is the same kind."""
    _kinds.update({kind.name: kind for kind in kinds})


def kind_named(name: str) -> Kind:
    """Return a kind; raises ``KeyError`` for one that nobody registered."""
    return _kinds[name]


def all_kinds() -> list[Kind]:
    """Return every kind, in the order in which they were registered."""
    return list(_kinds.values())
