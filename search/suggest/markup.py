"""Suggestions as HTML: groups of options for a listbox, flat for the reason given in presentation/facet_markup.

Options carry their addresses as data: in a listbox nothing but the options themselves can be reached. The script gives
everything its id, since a page can have two boxes.
"""

from collections.abc import Iterable
from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from search.presentation.signs import sign
from search.suggest.suggestions import Suggestion, SuggestionGroup

ANSWER = '<p data-announcement="{words}"></p>{groups}'
GROUP = (
    '<ul role="group" aria-label="{legend}"><li class="suggest-legend" role="presentation">{legend}</li>{options}</ul>'
)
OPTION = '<li role="option" aria-selected="false" data-url="{url}">{icon}<span{language}>{label}</span>{note}</li>'
LANGUAGE = ' lang="{language}" dir="{direction}"'
NOTE = ' <span class="suggest-note">{note}</span>'


def suggestions_html(groups: Iterable[SuggestionGroup]) -> SafeString:
    """Return the groups, and in words for screen readers how many suggestions there are."""
    shown = list(groups)
    number = sum(len(group.suggestions) for group in shown)
    words = ngettext("%(number)s suggestion", "%(number)s suggestions", number) if number else gettext("No suggestions")
    html = "".join(map(_group, shown))
    return SafeString(ANSWER.format(words=escape(words % {"number": number}), groups=html))


def _group(group: SuggestionGroup) -> str:
    options = "".join(map(_option, group.suggestions))
    return GROUP.format(legend=escape(group.legend), options=options)


def _option(suggestion: Suggestion) -> str:
    language = LANGUAGE.format(language=escape(suggestion.language), direction=suggestion.direction)
    return OPTION.format(
        url=escape(suggestion.url),
        icon=sign(suggestion.icon),
        language=language if suggestion.language else ' dir="auto"',
        label=escape(suggestion.label),
        note=NOTE.format(note=escape(suggestion.note)) if suggestion.note else "",
    )
