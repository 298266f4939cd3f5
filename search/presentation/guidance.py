"""Ways on from an answer: other words, other filters, near topics."""

from dataclasses import dataclass, replace
from functools import reduce

from django.urls import reverse
from django.utils.translation import gettext as _

from search.engine import ResultPage
from search.guidance import Drop, Guidance
from search.params import SearchParams
from search.presentation.addresses import search_url
from search.presentation.chips import chip_label
from search.presentation.labels import Labels
from search.words import split_words

FEW = 2  # results that are so few that any of the words is worth offering
OPERATORS = frozenset({"OR", "AND", "NOT"})


@dataclass(frozen=True, slots=True)
class WayOn:
    """A link to another question, and how many resources it finds; 0 where that is not known."""

    words: str
    url: str
    total: int = 0


@dataclass(frozen=True, slots=True)
class GuidanceView:
    """What the results page says beside its hits; whatever does not apply is empty.

    ``corrected`` are the words that are answered instead of those in ``typed``, whose link leads back to them.
    ``meant`` is the question with its words mended, ``any_word`` the one for any of few words.
    """

    corrected: str = ""
    typed: WayOn | None = None
    meant: WayOn | None = None
    any_word: WayOn | None = None
    ways: tuple[WayOn, ...] = ()
    topics: tuple[WayOn, ...] = ()


def guidance_view(page: ResultPage, labels: Labels) -> GuidanceView:
    """Return the ways on from an answer in the reader's words."""
    guidance, params = page.guidance or Guidance(), page.params.on_page(1)
    back = replace(params, q=guidance.typed, exact=True)
    meant = replace(params, q=guidance.correction, exact=False)
    offered = guidance.correction and not guidance.corrected
    return GuidanceView(
        corrected=guidance.correction if guidance.corrected else "",
        typed=WayOn(guidance.typed, search_url(back)) if guidance.corrected else None,
        meant=WayOn(guidance.correction, search_url(meant), guidance.correction_total) if offered else None,
        any_word=_any_word(page),
        ways=_ways(page, guidance, labels),
        topics=tuple(WayOn(labels.of("topic", slug), reverse("topic", args=[slug])) for slug in guidance.near_topics),
    )


def _any_word(page: ResultPage) -> WayOn | None:
    """Return the question for any of two or three plain words, where all of them together bring little."""
    words = page.params.q.split()
    plain = split_words(page.params.q) == words and not OPERATORS.intersection(words)
    if not (plain and 2 <= len(words) <= 3 and 0 < page.total <= FEW) or page.relaxed or page.params.page > 1:
        return None
    text = " OR ".join(words)
    return WayOn(text, search_url(replace(page.params, q=text, exact=False)))


def _ways(page: ResultPage, guidance: Guidance, labels: Labels) -> tuple[WayOn, ...]:
    if page.total:
        return ()
    params = replace(page.params.on_page(1), q=guidance.typed or page.params.q)
    ways = [_without(drop, page, params, labels) for drop in guidance.drops]
    if guidance.other_languages and not any(drop.facet == "language" for drop in guidance.drops):
        everywhere = search_url(params.without_facet("language"))
        ways.append(WayOn(_("In all languages"), everywhere, guidance.other_languages))
    if guidance.unfiltered and len(params.filters) > 1:
        ways.append(WayOn(_("Without any filter"), search_url(params.unfiltered()), guidance.unfiltered))
    return tuple(ways)


def _without(drop: Drop, page: ResultPage, params: SearchParams, labels: Labels) -> WayOn:
    names = ", ".join(chip_label(page, drop.facet, code, labels) for code in drop.codes)
    words = _("Without %(legend)s: %(names)s") % {"legend": labels.legend(drop.facet), "names": names}
    without = reduce(lambda left, code: left.without_value(drop.facet, code), drop.codes, params)
    return WayOn(words, search_url(without), drop.total)
