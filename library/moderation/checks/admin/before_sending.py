"""What is said before somebody sends: everything that the checks find now, within what its reader may know."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from django.http import HttpRequest

from library.moderation.checks.admin.duplicates import Pair, address_of, pairs_of
from library.moderation.checks.admin.seen import Seen, other_of, seen_others, without_hidden
from library.moderation.checks.base import Check
from library.moderation.checks.link_memory import LinkMemory
from library.moderation.checks.link_states import LinkState
from library.moderation.checks.links import LinksAlive
from library.moderation.checks.material import Material
from library.moderation.checks.models import Finding, Level
from library.moderation.checks.registry import CHECKS
from library.moderation.checks.run import look_at
from library.moderation.checks.words_for import Note, note_of
from library.resources.base import ResourcePage


@dataclass(frozen=True, slots=True)
class Said:
    """A note, and where the other resource it speaks of can be read."""

    note: Note
    other_title: str = ""
    other_url: str = ""


@dataclass(frozen=True, slots=True)
class BeforeSending:
    """What is missing, what is doubtful, what it repeats; and whether links wait until a field is left.

    ``pairs`` are put side by side where they are shown: beside the editor, where a new page has no place yet, never.
    """

    missing: tuple[Said, ...]
    doubtful: tuple[Said, ...]
    pairs: Callable[[], list[Pair]]
    links_wait: bool


def before_sending(page: ResourcePage, request: HttpRequest, *, asks_links: bool) -> BeforeSending:
    """Look at a page with every check; addresses that are new are asked only where ``asks_links`` says so."""
    memory = LinkMemory(request.user.pk if asks_links else None)
    found = list(look_at(page, _while_writing(memory)))
    seen = seen_others(found, request)
    shown = without_hidden(found, seen)
    return BeforeSending(
        missing=_said(shown, seen, {Level.BLOCK}),
        doubtful=_said(shown, seen, {Level.WARN, Level.INFO}),
        pairs=partial(pairs_of, page, shown, seen),
        links_wait=any(LinkMemory()(link.url) is LinkState.NOT_ASKED for link in Material(page).links),
    )


def _while_writing(memory: LinkMemory) -> Iterable[Check]:
    return (LinksAlive(memory) if check.id == LinksAlive.id else check for check in CHECKS)


def _said(findings: Iterable[Finding], seen: Seen, levels: set[Level]) -> tuple[Said, ...]:
    return tuple(_with_other(each, seen) for each in findings if each.level in levels)


def _with_other(finding: Finding, seen: Seen) -> Said:
    other = seen.get(other_of(finding) or 0)
    return Said(note_of(finding), other.title, address_of(other)) if other else Said(note_of(finding))
