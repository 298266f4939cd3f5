"""Signs of the sprite, as every piece of HTML that is written here refers to them."""

from functools import cache
from html import escape

from django.templatetags.static import static

ICON = '<svg class="icon" aria-hidden="true"><use href="{sprite}#{name}"></use></svg>'


@cache
def sprite() -> str:
    """Return the address of the sprite, escaped; asked of the storage of static files once, not ten times a page."""
    return escape(static("icons/sprite.svg"))


@cache
def sign(name: str) -> str:
    """Return a sign as HTML."""
    return ICON.format(sprite=sprite(), name=escape(name))
