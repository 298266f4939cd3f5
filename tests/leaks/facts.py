"""What is known of a random world without asking the site: who is who, what there is, and which word is whose."""

from dataclasses import dataclass, field
from enum import StrEnum

from django.test import Client


class State(StrEnum):
    """How far a page has come."""

    LIVE = "live"
    CHANGED = "live, with changes that nobody sent"
    DRAFT = "draft"
    OFF = "taken off"
    REVIEW = "in review"
    DECLINED = "declined"


class Part(StrEnum):
    """Where a secret word stands."""

    NAME = "the name of an organisation"
    TITLE = "a title"
    BODY = "a body"
    NEW_TITLE = "a title nobody sent yet"
    NEW_BODY = "a body nobody sent yet"
    FILE_NAME = "the name of a file"
    FILE_TEXT = "the text of a file"


@dataclass
class Section:
    """An organisation; ``restrictions`` are the keys of those on its page."""

    key: int
    slug: str
    restrictions: frozenset[int]


@dataclass
class Thing:
    """A resource with a file; the keys of restrictions are its own and its section's."""

    key: int
    address: str
    state: State
    section: Section
    owner: int
    restrictions: frozenset[int]
    above: frozenset[str]  # the codes of its region and of those it is part of
    document: int
    document_address: str
    file_name: str = ""
    submission: int = 0
    revision: int = 0
    deciders: frozenset[int] = frozenset()  # who may decide on it, or might when it was decided

    @property
    def is_live(self) -> bool:
        """Whether it is on the site."""
        return self.state in (State.LIVE, State.CHANGED)


@dataclass(frozen=True)
class Secret:
    """A word that stands in one place only."""

    word: str
    part: Part
    section: Section = field(compare=False)
    thing: Thing | None = field(default=None, compare=False)


@dataclass
class Viewer:
    """Somebody who looks; a visitor has no key."""

    name: str
    client: Client
    key: int = 0
    sections: frozenset[int] = frozenset()
    coordinates: frozenset[int] = frozenset()
    leads: frozenset[str] = frozenset()
    keeps: bool = False  # editors and administrators
    passed: frozenset[int] = frozenset()  # restrictions


@dataclass
class World:
    """All of it."""

    sections: list[Section] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    viewers: list[Viewer] = field(default_factory=list)
    secrets: dict[str, Secret] = field(default_factory=dict)
