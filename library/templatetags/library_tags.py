"""Words and shapes that resource pages need and models do not have."""

from django import template
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _g

from library import languages
from library.models import EventPage, LibraryDocument, PersonRole, ResourcePage

register = template.Library()

MINUTES_PER_HOUR = 60


@register.filter
def language_name(code: str) -> str:
    """Return the name of a language in the reader's language."""
    return languages.language_name(code)


@register.filter
def text_direction(code: str) -> str:
    """Return ``rtl`` or ``ltr``."""
    return languages.text_direction(code)


@register.filter
def lines(text: str) -> list[str]:
    """Return the lines of a text that have something on them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


@register.filter
def kind(document: LibraryDocument) -> str:
    """Return what kind of file it is, as its extension in capitals: PDF."""
    return str(document.file_extension).upper()


@register.filter
def duration(minutes: int) -> str:
    """Return a duration in words: 90 gives "1 h 30 min"."""
    hours, rest = divmod(minutes, MINUTES_PER_HOUR)
    words = [
        _g("%(hours)d h") % {"hours": hours} if hours else "",
        _g("%(minutes)d min") % {"minutes": rest} if rest else "",
    ]
    return " ".join(filter(None, words))


@register.filter
def citation(resource: ResourcePage) -> str:
    """Return how to name the resource as a source: authors (year), title, organisation, address."""
    authors = [person.name for person in resource.people.all() if person.role == PersonRole.AUTHOR]
    organisation = resource.organisation.title
    named = ", ".join(authors) or organisation
    dated = f"{named} ({resource.year})" if resource.year else named
    publisher = f" {organisation}." if authors else ""
    return f"{dated}. {resource.title}.{publisher} {resource.full_url or ''}".strip()


@register.filter
def is_over(event: EventPage) -> bool:
    """Tell whether an event has ended, by the clock of the place where it happened."""
    return event.ends_at is not None and event.ends_at < timezone.now()


@register.filter
def first_capital(text: object) -> str:
    """Return a name of a field or type with a capital letter."""
    return str(capfirst(str(text)))
