"""What every page shows of the site itself."""

from urllib.parse import quote

from django import template
from django.template import Context
from django.utils.translation import get_language_info

from home.navigation import MenuItem, standing_pages

register = template.Library()


@register.simple_tag(takes_context=True)
def menu(context: Context) -> tuple[MenuItem, ...]:
    """Return the links to standing pages; none where there is no request (the page for server errors)."""
    request = context.get("request")
    return standing_pages(request) if request else ()


@register.filter
def own_name(language: str) -> str:
    """Return what a language calls itself: Nederlands for ``nl``."""
    return str(get_language_info(language)["name_local"]).capitalize()


@register.filter
def in_mail(text: str) -> str:
    """Return text fit for a ``mailto:`` address."""
    return quote(text, safe="")
