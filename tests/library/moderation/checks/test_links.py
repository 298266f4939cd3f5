"""Links that a site cannot look at are nobody's fault; while somebody writes, no address is asked twice."""

from collections.abc import Callable
from ipaddress import ip_address

import pytest
from django.core.cache import cache

from library.models import ResourceLink, ResourcePage
from library.moderation.checks import link_memory
from library.moderation.checks.link_memory import LinkMemory
from library.moderation.checks.link_states import LinkState, state_of
from library.moderation.checks.links import LinksAlive
from library.moderation.checks.models import Level
from library.web.addresses import Address
from library.web.errors import NoSuchHost
from library.web.reach import ALWAYS_THERE, Reach
from tests.factories import CaseStudyFactory
from tests.library.moderation.checks.looking import look

URL = "https://example.org/consent"


def page_with(*urls: str) -> ResourcePage:
    page: ResourcePage = CaseStudyFactory()
    page.links.add(*(ResourceLink(url=url) for url in urls))
    return page


def answering(**states: LinkState) -> Callable[[str], LinkState]:
    return lambda url: states[url.rpartition("/")[2]]


def knowing(*names: str) -> Reach:
    def resolve(host: str, port: int) -> list[Address]:
        if host not in names:
            raise NoSuchHost(host)
        return [ip_address("93.184.216.34")]

    return Reach(resolve)


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ({"a": LinkState.SILENT}, [("silent", Level.INFO)]),
        ({"a": LinkState.UNSEEN}, [("unseen", Level.INFO)]),
        ({"a": LinkState.SILENT, "b": LinkState.FINE}, [("silent", Level.INFO)]),
        ({"a": LinkState.SILENT, "b": LinkState.SILENT}, [("silent", Level.INFO)] * 2),
        ({"a": LinkState.SILENT, "b": LinkState.SILENT, "c": LinkState.SILENT}, [("unseen", Level.INFO)]),
        ({"a": LinkState.UNSEEN, "b": LinkState.SILENT}, [("unseen", Level.INFO)]),
        ({"a": LinkState.UNSEEN, "b": LinkState.GONE}, [("unseen", Level.INFO), ("gone", None)]),
        ({"a": LinkState.NOT_ASKED, "b": LinkState.FINE}, []),
        ({"a": LinkState.INTERNAL, "b": LinkState.NOT_ASKED}, [("internal", Level.BLOCK)]),
    ],
)
@pytest.mark.django_db
def test_a_site_that_sees_nothing_says_so_once(
    states: dict[str, LinkState], found: list[tuple[str, Level | None]]
) -> None:
    page = page_with(*(f"https://example.org/{name}" for name in states))
    assert [(each.data["what"], each.level) for each in look(LinksAlive(answering(**states)), page)] == found


@pytest.mark.parametrize(
    ("names", "state"),
    [((), LinkState.UNSEEN), ((ALWAYS_THERE,), LinkState.NO_HOST)],
    ids=["without names", "with names"],
)
def test_a_name_is_dead_only_where_names_can_be_looked_up(names: tuple[str, ...], state: LinkState) -> None:
    assert state_of(URL, knowing(*names)) == state


def test_a_server_whose_names_are_down_says_nothing_about_links() -> None:
    assert state_of(URL) == LinkState.UNSEEN  # tests look up no names


@pytest.fixture
def asked() -> list[str]:
    cache.clear()
    return []


def remembering(asked: list[str], person: int | None, state: LinkState = LinkState.GONE) -> LinkMemory:
    def ask(url: str) -> LinkState:
        asked.append(url)
        return state

    return LinkMemory(person, ask)


def test_an_address_is_asked_once_and_then_remembered_for_everybody(asked: list[str]) -> None:
    assert remembering(asked, None)(URL) == LinkState.NOT_ASKED
    assert [remembering(asked, person)(URL) for person in (1, 1, 2, None)] == [LinkState.GONE] * 4
    assert asked == [URL]


def test_nobody_has_the_site_ask_without_end(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_memory, "MOST_OF_A_PERSON", 2)
    states = [remembering(asked, 1)(f"{URL}/{number}") for number in range(3)]
    assert states == [LinkState.GONE, LinkState.GONE, LinkState.NOT_ASKED]
    assert remembering(asked, 2)(f"{URL}/2") == LinkState.GONE
