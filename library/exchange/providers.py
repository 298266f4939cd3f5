"""Organisations by the names that the sources give them; what is missing is founded, each with its section."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Self

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g

from library.exchange.folding import fold
from network.models import OrganisationIndexPage, OrganisationPage, Region
from network.organisations.found import found_organisation

SOURCES = Path(__file__).parent / "data" / "sources.toml"
WORLD = "world"


@dataclass(frozen=True, slots=True)
class Providers:
    """Keys of the organisations by folded name."""

    ids: dict[str, int] = field(default_factory=dict)

    @classmethod
    def read(cls) -> Self:
        """Read the organisations, published or not."""
        titles = OrganisationPage.objects.order_by("-pk").values_list("title", "pk")
        return cls({fold(title): pk for title, pk in titles})

    def missing(self, names: Iterable[str]) -> list[str]:
        """Return the titles of organisations that do not exist, each once."""
        titles = {fold(title): title for title in map(organisation_title, names)}
        return [title for key, title in titles.items() if key not in self.ids]

    def id_of(self, name: str) -> int:
        """Return the key of an organisation that is known."""
        return self.ids[fold(organisation_title(name))]

    def remember(self, title: str, pk: int) -> None:
        """Take an organisation as known."""
        self.ids[fold(title)] = pk

    def found_missing(self, names: Iterable[str]) -> int:
        """Found the organisations that are missing, in the directory, for the whole world; return how many."""
        titles = self.missing(names)
        if titles:
            parent = the_directory()
            region = Region.objects.filter(code=WORLD).first()
            for title in titles:
                page = found_organisation(parent, title, home_region=region)
                self.remember(title, page.pk)
        return len(titles)


def the_directory() -> OrganisationIndexPage:
    """Return the page below which organisations stand; raises ``ValidationError`` where the site has none."""
    directory: OrganisationIndexPage | None = OrganisationIndexPage.objects.first()
    if directory is None:
        raise ValidationError(
            _g("There is no directory of organisations yet. Load the demo library or create the page.")
        )
    return directory


def organisation_title(name: str) -> str:
    """Return the title for a provider, or for the short name of a source that is known, or for no name at all."""
    return _sources().get(name, name) or str(_g("Imported resources"))


@cache
def _sources() -> dict[str, str]:
    names: dict[str, str] = tomllib.loads(SOURCES.read_text(encoding="utf-8"))["sources"]
    return names
