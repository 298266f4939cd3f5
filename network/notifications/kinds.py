"""Kinds of notifications: each app that has something to tell registers its own when it is ready."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from network.users.models import User


@dataclass(frozen=True, slots=True)
class Kind:
    """What is told, by the templates ``mail/<name>.subject.txt``, ``mail/<name>.txt`` and ``mail/<name>.html``.

    Each is a fragment, in the recipient's language, and is given ``about``, ``recipient`` and ``data``; greeting,
    button and footer stand around it. Without an ``.html`` the text is used. The two ``.txt`` are not escaped.

    ``may_know`` is asked at the moment of sending; ``action`` gives the address of the page on which to act, with
    ``action_label`` on the button; ``group`` is what people choose about, with ``group_label``. What ``is_essential``
    comes at once or in the daily mail, and cannot be turned off; it is a property of the whole group.
    """

    name: str
    group: str
    group_label: Promise | str
    may_know: Callable[[User, Any], bool]
    action: Callable[[Any, Mapping[str, Any]], str]
    is_essential: bool = False
    action_label: Promise | str = ""  # "Open it"


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
