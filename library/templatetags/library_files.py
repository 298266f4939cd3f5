"""Words about files that templates need."""

from django import template
from django.utils.translation import ngettext

from library.files.states import FileUnit
from library.models import LibraryDocument

register = template.Library()


@register.filter
def places_in_words(document: LibraryDocument) -> str:
    """Return how long a file is: 12 pages; nothing where that is not known or means nothing."""
    count = document.places or 0
    words = {  # parts of a text and seconds of captions mean nothing to a reader
        FileUnit.PAGE: ngettext("%(count)d page", "%(count)d pages", count),
        FileUnit.SLIDE: ngettext("%(count)d slide", "%(count)d slides", count),
        FileUnit.SECTION: ngettext("%(count)d section", "%(count)d sections", count),
        FileUnit.SHEET: ngettext("%(count)d sheet", "%(count)d sheets", count),
    }
    counted = {unit.value: text for unit, text in words.items()}.get(document.unit, "") if count else ""
    return counted % {"count": count} if counted else ""
