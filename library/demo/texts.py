"""The texts of the demo library as they stand in ``data/``, read into typed values."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Self

from library.demo.manuscript import Section

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class PersonText:
    """Somebody who works at an organisation; ``role`` is one of ``network.models.Role``."""

    email: str
    first_name: str
    last_name: str
    role: str


@dataclass(frozen=True, slots=True)
class FileText:
    """A file to be generated: ``format`` is a key of ``library.demo.documents.CONTENT_TYPES``."""

    name: str
    format: str
    title: str
    sections: tuple[Section, ...]

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Self:
        """Read it from a table of TOML; raises ``TypeError`` for a key that is missing or unknown."""
        return cls(**{**table, "sections": tuple(Section(**section) for section in table["sections"])})


@dataclass(frozen=True, slots=True)
class ResourceText:
    """A resource; what only its type has is in ``details``, under the names of the type's fields."""

    slug: str
    type: str
    title: str
    summary: str
    language: str
    year: int
    topics: tuple[str, ...]
    regions: tuple[str, ...]
    audiences: tuple[str, ...]
    licence: str
    details: Mapping[str, Any]
    body: str = ""
    state: str = "published"
    private: str = ""
    people: tuple[Mapping[str, str], ...] = ()
    links: tuple[Mapping[str, str], ...] = ()
    files: tuple[FileText, ...] = ()

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> Self:
        """Read it from a table of TOML; raises ``TypeError`` for a key that is missing."""
        own = {field.name for field in fields(cls)}
        values: dict[str, Any] = {
            key: tuple(value) if isinstance(value, list) else value for key, value in table.items()
        }
        common: dict[str, Any] = {key: value for key, value in values.items() if key in own}
        common["files"] = tuple(FileText.read(file) for file in values.get("files", ()))
        common["details"] = {key: value for key, value in values.items() if key not in own}
        return cls(**common)


@dataclass(frozen=True, slots=True)
class OrganisationText:
    """An organisation with its people and resources, in the order of its file."""

    slug: str
    name: str
    region: str
    website: str
    tier: str
    trust: str
    language: str
    summary: str
    description: str
    people: tuple[PersonText, ...]
    resources: tuple[ResourceText, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read a file of ``data/organisations``; raises ``TypeError`` for a key that is missing or unknown."""
        document = tomllib.loads(path.read_text("utf-8"))
        return cls(
            **document["organisation"],
            people=tuple(PersonText(**person) for person in document["people"]),
            resources=tuple(ResourceText.read(resource) for resource in document["resources"]),
        )

    @property
    def contributor(self) -> PersonText:
        """The first of the people who only contribute: drafts and what is in review are theirs."""
        return next((person for person in self.people if person.role == "contributor"), self.people[0])


def organisation_files() -> dict[str, Path]:
    """Return the file of each organisation by its slug, in the order of their names."""
    return {path.stem: path for path in sorted((DATA / "organisations").glob("*.toml"))}


def tables(file: str, name: str = "") -> list[dict[str, Any]]:
    """Return the tables ``[[name]]`` of ``data/<file>.toml``; without a name, the file's own."""
    content: list[dict[str, Any]] = tomllib.loads((DATA / f"{file}.toml").read_text("utf-8"))[name or file]
    return content
