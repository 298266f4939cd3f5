"""What a check is: it looks at what was sent and yields what it found."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from django.utils.functional import Promise

from library.moderation.checks.material import Material
from library.moderation.checks.models import Level


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a check found: the field it speaks of, and what its sentence is made of (JSON values only)."""

    field_name: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    level: Level | None = None  # where it is not the level of the check


@dataclass(frozen=True, slots=True)
class Option:
    """Something that an administrator may tune: a number, or a list of words."""

    default: int | tuple[str, ...]
    label: Promise | str


class Check(Protocol):
    """A small look at one thing. ``id`` stands in the database."""

    id: ClassVar[str]
    label: ClassVar[Promise | str]
    level: ClassVar[Level]
    options: ClassVar[Mapping[str, Option]] = {}

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield what is found in a page, which may not be saved, with its files."""
        ...

    def message(self, data: Mapping[str, Any]) -> str:
        """Return what was found, as a sentence in the reader's language."""
        ...

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Return what to do about it, as a sentence in the reader's language."""
        ...
