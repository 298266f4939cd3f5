"""FacetPage: every value of one facet under a question, found by a part of its name."""

from dataclasses import dataclass
from urllib.parse import parse_qsl

from django.contrib.humanize.templatetags.humanize import intcomma
from django.utils.translation import get_language, ngettext

from search.engine import MAX_FACET_VALUES, ResultPage, Values
from search.params import SearchParams
from search.presentation.addresses import Addresses
from search.presentation.labels import Labels
from search.presentation.options import FacetOption, OptionMaker
from search.vocabulary.snapshot import Vocabulary
from search.words import fold, split_words

FOUND_SHOWN = 200  # links of 250 bytes; whoever wants others types more of the name


@dataclass(frozen=True, slots=True)
class FacetPage:
    """What the page shows: up to ``FOUND_SHOWN`` values, those with the highest counts first."""

    facet: str
    legend: str
    find: str
    query: str
    total_words: str
    options: tuple[FacetOption, ...]
    carried: tuple[tuple[str, str], ...]
    results_url: str


def values_named(params: SearchParams, facet: str, find: str, vocabulary: Vocabulary) -> Values:
    """Return the values that ``facet_page`` will look for, so that they are counted however few resources have them."""
    wanted = _wanted(find)
    terms = vocabulary.terms(facet)
    named = [code for code, term in terms.items() if _has(wanted, term.all_words())] if wanted else []
    return ((facet, (*params.chosen(facet), *named[:MAX_FACET_VALUES])),)


def facet_page(page: ResultPage, facet: str, find: str, vocabulary: Vocabulary) -> FacetPage:
    """Return the values of an answer that have every word begun in ``find``, in any of their names."""
    labels = Labels(vocabulary, get_language() or "en")
    addresses = Addresses(page.params)
    make = OptionMaker(page, facet, labels, addresses)
    wanted = _wanted(find)
    codes = [*make.counts, *(code for code in make.chosen if code not in make.counts)]
    found = [code for code in codes if _has(wanted, make.names(code))]
    return FacetPage(
        facet,
        labels.legend(facet),
        find,
        page.params.q,
        _total_words(len(found)),
        tuple(map(make, found[:FOUND_SHOWN])),
        tuple(parse_qsl(page.params.on_page(1).to_querystring())),
        addresses.first_page,
    )


def _wanted(find: str) -> list[str]:
    return [fold(word) for word in split_words(find)]


def _total_words(total: int) -> str:
    if total >= MAX_FACET_VALUES:
        words = ngettext("%(number)s value or more", "%(number)s values or more", total)
    else:
        words = ngettext("%(number)s value", "%(number)s values", total)
    return words % {"number": intcomma(total)}


def _has(wanted: list[str], names: list[str]) -> bool:
    text = " ".join(map(fold, names))
    return all(word in text for word in wanted)
