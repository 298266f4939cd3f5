"""Years as HTML: bars that are links, each with its years and number as text, and two fields with a button."""

from html import escape

from django.utils.translation import gettext, ngettext

from search.params import Years
from search.presentation.labels import FACET_LEGENDS, years_label
from search.presentation.numbers import counted
from search.presentation.years import YearBar, YearsView

YEARS = (
    '<section class="facet" id="facet-year" aria-labelledby="facet-year-legend">'
    '<h3 id="facet-year-legend">{legend}</h3>{bars}{form}</section>'
)
BARS = '<ol class="years" role="list">{bars}</ol><p class="years-ends" aria-hidden="true">{ends}</p>'
BAR = (
    '<li><a id="facet-year-{years}" href="{url}" rel="nofollow" title="{words}"{current}>'
    '<svg viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">'
    '<rect x="1" y="{top}" width="8" height="{height}"></rect></svg>'
    '<span class="visually-hidden">{words}</span></a></li>'
)
NO_BAR = "<li></li>"
END = "<span>{year}</span>"
FORM = (
    '<form class="years-form" action="{action}">{carried}{first}{last}'
    '<button class="button button-quiet" type="submit">{show}</button></form>'
)
CARRIED = '<input type="hidden" name="{name}" value="{value}">'
FIELD = (
    '<label for="facet-{name}">{label}</label>'
    '<input class="input" type="number" id="facet-{name}" name="{name}" min="1000" max="9999" value="{value}">'
)


def years_html(years: YearsView) -> str:
    """Return the histogram and the form of the range."""
    return YEARS.format(legend=FACET_LEGENDS["year"], bars=_bars(years.bars), form=_form(years))


def _bars(bars: tuple[YearBar, ...]) -> str:
    if len(bars) < 2:
        return ""
    ends = END.format(year=bars[0].years.first) + END.format(year=bars[-1].years.last)
    return BARS.format(bars="".join(map(_bar, bars)), ends=ends)


def _bar(bar: YearBar) -> str:
    if not bar.url:
        return NO_BAR
    words = ngettext("%(years)s: %(number)s resource", "%(years)s: %(number)s resources", bar.count)
    return BAR.format(
        years=str(bar.years).replace("..", "-"),
        url=escape(bar.url),
        words=escape(words % {"years": years_label(str(bar.years)), "number": counted(bar.count)}),
        top=100 - bar.height,
        height=bar.height,
        current=' aria-current="true"' if bar.selected else "",
    )


def _form(years: YearsView) -> str:
    chosen = years.chosen or Years()
    return FORM.format(
        action=escape(years.action),
        carried="".join([CARRIED.format(name=escape(name), value=escape(value)) for name, value in years.carried]),
        first=FIELD.format(name="year_from", label=escape(gettext("From")), value=chosen.first or ""),
        last=FIELD.format(name="year_to", label=escape(gettext("to")), value=chosen.last or ""),
        show=escape(gettext("Show")),
    )
