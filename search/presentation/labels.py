"""Words for facets and their values in the reader's language."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.languages import language_name
from library.models import RESOURCE_TYPES, Level
from search.params import SearchParams
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
        if facet == "type":
            return type_label(code)
        if facet == "language":
            return language_name(code)
        if facet == "level":
            return str(Level(code).label) if code in Level.values else code
        if facet == "files":
            return _g("With a file") if code == "yes" else code
        return self.vocabulary.label(facet, code, self.language)


def type_label(key: str) -> str:
    """Return the name of a type of resource, such as ``case-study``."""
    model = RESOURCE_TYPES.get(key)
    return capfirst(str(model._meta.verbose_name)) if model else key


def search_url(params: SearchParams) -> str:
    """Return the address of the results page that answers a question."""
    query = params.to_querystring()
    return f"{reverse('search')}?{query}" if query else reverse("search")
