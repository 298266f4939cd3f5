"""Words for facets and their values in the reader's language."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from django.utils.text import capfirst
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.languages import language_name
from library.models import RESOURCE_TYPES, Level
from search.params import Years
from search.vocabulary.snapshot import Vocabulary

FACET_LEGENDS = {
    "type": _("Type"),
    "topic": _("Topic"),
    "region": _("Region"),
    "language": _("Language"),
    "audience": _("Audience"),
    "level": _("Level"),
    "organisation": _("Organisation"),
    "year": _("Year"),
    "files": _("Files"),
}


@dataclass(frozen=True, slots=True)
class Labels:
    """Names values in one language. Every method falls back to the code it was given."""

    vocabulary: Vocabulary
    language: str

    def of(self, facet: str, code: str) -> str:
        """Return the name of a value of a facet."""
        return self.namer(facet)(code)

    def namer(self, facet: str) -> Callable[[str], str]:
        """Return what names the values of a facet."""
        return partial(fixed_label, facet, self.language) if facet in _NAMERS else self._term_namer(facet)

    def legend(self, facet: str) -> str:
        """Return the name of a facet."""
        return fixed_legend(facet, self.language)

    def _term_namer(self, facet: str) -> Callable[[str], str]:
        terms, language = self.vocabulary.terms(facet), self.language

        def name(code: str) -> str:
            term = terms.get(code)
            return term.name_in(language) if term else code

        return name


@lru_cache(maxsize=4096)
def fixed_label(facet: str, language: str, code: str) -> str:
    """Return the name of a value that is no term; in the active language, by which names are kept."""
    return _NAMERS[facet](code)


@lru_cache
def fixed_legend(facet: str, language: str) -> str:
    """Return the name of a facet in the active language."""
    return str(FACET_LEGENDS[facet])


def type_label(key: str) -> str:
    """Return the name of a type of resource, such as ``case-study``."""
    model = RESOURCE_TYPES.get(key)
    return capfirst(str(model._meta.verbose_name)) if model else key


def _level_label(key: str) -> str:
    return str(Level(key).label) if key in Level.values else key


def _files_label(key: str) -> str:
    return _g("With a file") if key == "yes" else key


def years_label(text: str) -> str:
    """Return a range of years, such as ``2019..2024``, in words."""
    years = Years.read(text)
    if years is None or years.first == years.last:
        return text
    if years.first is None:
        return _g("until %(year)s") % {"year": years.last}
    if years.last is None:
        return _g("since %(year)s") % {"year": years.first}
    return f"{years.first}–{years.last}"


_NAMERS: dict[str, Callable[[str], str]] = {
    "type": type_label,
    "language": language_name,
    "level": _level_label,
    "files": _files_label,
    "year": years_label,
}
