"""Numbers as a page writes them, many times over."""

from django.contrib.humanize.templatetags.humanize import intcomma

THOUSAND = 1000  # below it a number has no separator in any language


def counted(number: int) -> str:
    """Return a number in the reader's way; a small one, as nearly all are, without asking what that is."""
    return str(number) if number < THOUSAND else str(intcomma(number))
