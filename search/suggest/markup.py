"""Suggestions as HTML: groups of options for a listbox, flat for the reason given in presentation/facet_markup.

Options carry their addresses as data: in a listbox nothing but the options themselves can be reached. The script gives
everything its id, since a page can have two boxes.
"""

from collections.abc import Iterable
from html import escape

from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from search.suggest.suggestions import Suggestion, SuggestionGroup

ANSWER = '<p data-announcement="{words}"></p>{groups}'
GROUP = (
    '<ul role="group" aria-label="{legend}"><li class="suggest-legend" role="presentation">{legend}</li>{options}</ul>'
)
OPTION = (
    '<li role="option" aria-selected="false" data-url="{url}">'
    '<svg class="icon" aria-hidden="true"><use href="{sprite}#{icon}"></use></svg>'
    "<span{language}>{label}</span>{note}</li>"
)
LANGUAGE = ' lang="{language}" dir="{direction}"'
NOTE = ' <span class="suggest-note">{note}</span>'


def suggestions_html(groups: Iterable[SuggestionGroup]) -> SafeString:
    """Return the groups, and in words for screen readers how many suggestions there are."""
    shown = list(groups)
    number = sum(len(group.suggestions) for group in shown)
    words = ngettext("%(number)s suggestion", "%(number)s suggestions", number) if number else gettext("No suggestions")
    sprite = escape(static("icons/sprite.svg"))
    html = "".join([_group(group, sprite) for group in shown])
    return SafeString(ANSWER.format(words=escape(words % {"number": number}), groups=html))


def _group(group: SuggestionGroup, sprite: str) -> str:
    options = "".join([_option(suggestion, sprite) for suggestion in group.suggestions])
    return GROUP.format(legend=escape(group.legend), options=options)


def _option(suggestion: Suggestion, sprite: str) -> str:
    language = LANGUAGE.format(language=escape(suggestion.language), direction=suggestion.direction)
    return OPTION.format(
        url=escape(suggestion.url),
        sprite=sprite,
        icon=escape(suggestion.icon),
        language=language if suggestion.language else ' dir="auto"',
        label=escape(suggestion.label),
        note=NOTE.format(note=escape(suggestion.note)) if suggestion.note else "",
    )
