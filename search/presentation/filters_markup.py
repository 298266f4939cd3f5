"""The groups of filters as HTML, with what stands above their values; flat for the reason given in facet_markup."""

from html import escape

from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from search.presentation.facet_markup import REST, FacetMarkup, find_words
from search.presentation.facets import Combining, FacetGroup, Filters
from search.presentation.my_languages import MyLanguages
from search.presentation.years_markup import years_html

GROUP = (
    '<section class="facet" id="facet-{name}" aria-labelledby="facet-{name}-legend"{filter}>'
    '<h3 id="facet-{name}-legend">{legend}</h3>{combining}{mine}{values}{find}</section>'
)
FILTER = ' data-filter-label="{label}"'
FIND = ' data-find-url="{url}"'
COMBINING = '<p class="facet-combining">{any}<span aria-hidden="true"> · </span>{every}</p>'
WAY = '<a id="facet-{name}-{way}" href="{url}" rel="nofollow"{current}>{words}</a>'
MINE = '<p class="facet-mine"><a id="facet-language-mine" href="{url}" rel="nofollow"{current}>{words}</a></p>'
CURRENT = ' aria-current="true"'


def filters_html(filters: Filters) -> SafeString:
    """Return every group, the years last."""
    markup = FacetMarkup()
    groups = "".join([_group(group, markup) for group in filters.groups])
    return SafeString(groups + (years_html(filters.years) if filters.years else ""))


def _group(group: FacetGroup, markup: FacetMarkup) -> str:
    return GROUP.format(
        name=group.name,
        legend=escape(group.legend),
        filter=_filter(group) if group.filterable else "",
        combining=_combining(group.name, group.combining) if group.combining else "",
        mine=_mine(group.mine, markup.chosen) if group.mine else "",
        values=markup.values(group.name, group.values),
        find=_find(group) if group.find_url and not group.values.left_out else "",
    )


def _filter(group: FacetGroup) -> str:
    label = FILTER.format(label=escape(gettext("Filter: %(name)s") % {"name": group.legend}))
    return label + (FIND.format(url=escape(group.find_url)) if group.find_url else "")


def _find(group: FacetGroup) -> str:
    return REST.format(words="", url=escape(group.find_url), find=find_words(group.name))


def _combining(name: str, combining: Combining) -> str:
    ways = {
        "any": (combining.any_url, gettext("Any of these"), not combining.every),
        "every": (combining.every_url, gettext("All of these"), combining.every),
    }
    links = {
        way: WAY.format(name=name, way=way, url=escape(url), words=words, current=CURRENT if chosen else "")
        for way, (url, words, chosen) in ways.items()
    }
    return COMBINING.format(**links)


def _mine(mine: MyLanguages, chosen: str) -> str:
    words = ngettext("Only in my language (%(names)s)", "Only in my languages (%(names)s)", len(mine.names))
    return MINE.format(
        url=escape(mine.url),
        words=escape(words % {"names": ", ".join(mine.names)}) + (chosen if mine.selected else ""),
        current=CURRENT if mine.selected else "",
    )
