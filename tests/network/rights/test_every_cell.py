"""Who may do what: every cell of the table, asked of the site as a real request or a call of the verb."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction

from network.who_may import RIGHTS, Right, Who
from tests.network.rights.asks import ASKS
from tests.network.rights.world import World, make_world

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The world, made once for all lines; nothing of it is left."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.mark.parametrize("right", RIGHTS, ids=lambda right: f"{right.thing}: {right.deed}")
def test_exactly_those_may_whom_the_table_names(right: Right, world: World) -> None:
    assert {who for who in Who if may(world, who, right)} == right.who


def may(world: World, who: Who, right: Right) -> bool:
    """Let somebody do it, say whether it was done, and undo it."""
    with transaction.atomic():
        done: bool = ASKS[right.thing][right.deed](world, who)
        transaction.set_rollback(True)
    return done


def test_every_line_is_asked_and_nothing_else() -> None:
    asked = {(thing, deed) for thing, deeds in ASKS.items() for deed in deeds}
    assert asked == {(right.thing, right.deed) for right in RIGHTS}
