"""Facet values as HTML, written here since a template takes ten times as long for each of the hundred on a page.

Everything that comes from outside goes through ``escape``; the templates around it are in ``components/``.
"""

from functools import lru_cache
from html import escape as escape_html

from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy, ngettext

from search.presentation.numbers import counted
from search.presentation.options import FacetOption, OptionList
from search.presentation.signs import sprite

CHOSEN = '<span class="visually-hidden"> ({words})</span>'
VALUES = '<ul class="facet-values" role="list">{}</ul>'
MORE = '<details class="facet-more" id="{id}"><summary>{words}</summary>{values}</details>'
BRANCH = (
    '<details class="facet-branch" id="{id}"{open}><summary><span class="visually-hidden">{words}</span>'
    '<svg class="icon" aria-hidden="true"><use href="{icon}"></use></svg></summary>{values}</details>'
)
REST = '<p class="facet-rest">{words} <a href="{url}" rel="nofollow" hx-boost="false">{find}</a></p>'

FIND_WORDS = {
    "topic": gettext_lazy("Find a topic"),
    "region": gettext_lazy("Find a region"),
    "organisation": gettext_lazy("Find an organisation"),
    "audience": gettext_lazy("Find an audience"),
    "language": gettext_lazy("Find a language"),
}

escape = lru_cache(maxsize=16_384)(escape_html)  # page after page shows the same names


class FacetMarkup:
    """Writes the values of facets; what every value of a page shares is looked up once."""

    def __init__(self) -> None:
        self.icon = f"{sprite()}#chevron-down"
        self.within = gettext("Within %(name)s")
        self.chosen = CHOSEN.format(words=escape(gettext("chosen, remove")))

    def values(self, facet: str, values: OptionList) -> SafeString:
        """Return the values of a facet as nested lists of links."""
        return SafeString(self._list(facet, f"facet-{facet}", values))

    def options(self, facet: str, options: tuple[FacetOption, ...]) -> SafeString:
        """Return values as one list of links."""
        return SafeString(self._options(facet, options))

    def _list(self, facet: str, place: str, values: OptionList) -> str:
        html = self._options(facet, values.options)
        if not values.more:
            return html + _rest(facet, values)
        words = ngettext("Show %(more)s more", "Show %(more)s more", len(values.more)) % {"more": len(values.more)}
        hidden = self._options(facet, values.more) + _rest(facet, values)
        return html + MORE.format(id=escape(f"{place}-more"), words=words, values=hidden)

    def _options(self, facet: str, options: tuple[FacetOption, ...]) -> str:
        return VALUES.format("".join([self._option(facet, option) for option in options]))

    def _option(self, facet: str, option: FacetOption) -> str:
        place = f"facet-{facet}-{option.code}"
        current, note = (' aria-current="true"', self.chosen) if option.selected else ("", "")
        below = self._branch(facet, place, option, option.below) if option.below else ""
        return (
            f'<li><a id="{escape(place)}" href="{escape_html(option.url)}" rel="nofollow"{current}>'
            f"<bdi>{escape(option.label)}</bdi>{note} <span>{counted(option.count)}</span></a>{below}</li>"
        )

    def _branch(self, facet: str, place: str, option: FacetOption, below: OptionList) -> str:
        return BRANCH.format(
            id=escape(f"{place}-branch"),
            open=" open" if option.opened else "",
            words=escape(self.within % {"name": option.label}),
            icon=self.icon,
            values=self._list(facet, place, below),
        )


def _rest(facet: str, values: OptionList) -> str:
    """Say how many values a page does not show, and where they are found."""
    if not values.left_out:
        return ""
    words = ngettext("and %(number)s more:", "and %(number)s more:", values.left_out)
    number = {"number": counted(values.left_out)}
    return REST.format(words=words % number, url=escape(values.elsewhere), find=find_words(facet))


def find_words(facet: str) -> str:
    """Return what the link to all values of a facet says."""
    return escape(str(FIND_WORDS.get(facet) or gettext("Find others")))
