"""Ways to ask the site whether somebody may do something; each does it, and says whether it was done."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from django.urls import reverse

from library.moderation.refusals import Refusal
from network.models import User
from network.who_may import Who
from tests.library.moderation.stage import after_commit
from tests.network.rights.world import World

type Ask = Callable[[World, Who], bool]

REFUSALS = (Refusal, PermissionDenied, ValidationError)


def opens(name: str, *keys: Callable[[World], int | str], query: str = "") -> Ask:
    """Whether an address answers with its page."""

    def ask(world: World, who: Who) -> bool:
        address = reverse(name, args=[key(world) for key in keys])
        return world.clients[who].get(address + query).status_code == 200

    return ask


def shows(words: str, name: str, *keys: Callable[[World], int], query: str = "") -> Ask:
    """Whether a page of the site or the CMS shows certain words."""

    def ask(world: World, who: Who) -> bool:
        reply = world.clients[who].get(reverse(name, args=[key(world) for key in keys]) + query)
        return reply.status_code == 200 and words in reply.content.decode()

    return ask


def reads(page: str) -> Ask:
    """Whether a page of the site opens."""
    return lambda world, who: world.clients[who].get(world.pages[page].get_url()).status_code == 200


def downloads(document: str) -> Ask:
    """Whether a file is handed out; read to its end, which closes it."""

    def ask(world: World, who: Who) -> bool:
        reply: Any = world.clients[who].get(world.documents[document].url)
        return reply.status_code == 200 and b"Ask first" in b"".join(reply.streaming_content)

    return ask


def posts(name: str, key: Callable[[World], int], form: dict[str, Any], changed: Callable[[World], bool]) -> Ask:
    """Whether something has changed after a form was sent, with all that follows a commit."""

    def ask(world: World, who: Who) -> bool:
        after_commit(world.clients[who].post, reverse(name, args=[key(world)]), form)
        return changed(world)

    return ask


def calls(verb: Callable[[World, User], object]) -> Ask:
    """Whether a verb does what it says for somebody; visitors call none."""

    def ask(world: World, who: Who) -> bool:
        if who == Who.VISITOR:
            return False
        try:
            after_commit(verb, world, world.person(who))
        except REFUSALS:
            return False
        return True

    return ask


def all_of(*asks: Ask) -> Ask:
    """Whether somebody may do all of it; raises ``AssertionError`` for one of them and not the other."""

    def ask(world: World, who: Who) -> bool:
        answers = {each(world, who) for each in asks}
        assert len(answers) == 1, f"{who} may do some of it"
        return answers.pop()

    return ask


def page(name: str) -> Callable[[World], int]:
    """The key of a page."""
    return lambda world: world.pages[name].pk


def document(name: str) -> Callable[[World], int]:
    """The key of a file."""
    return lambda world: world.documents[name].pk


def the(kind: type[Model]) -> Callable[[World], int]:
    """The key of the one of a kind that there is."""
    return lambda world: world.made[kind]


def aurora(world: World) -> int:
    """The key of the author's organisation."""
    key: int = world.aurora.pk
    return key


def picture(world: World) -> int:
    """The key of its picture."""
    key: int = world.picture.pk
    return key
