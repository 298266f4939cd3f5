"""The page that explains how to search, with examples that can be tried."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from search.params import SearchParams
from search.presentation.addresses import search_url
from search.question.fields import name_in
from search.vocabulary.snapshot import Vocabulary, get_vocabulary


@dataclass(frozen=True, slots=True)
class Example:
    """A query that can be tried, and what it finds."""

    query: str
    meaning: str

    @property
    def url(self) -> str:
        """The page of its results."""
        return search_url(SearchParams(q=self.query))


@require_safe
def search_help(request: HttpRequest) -> HttpResponse:
    """Explain words, signs and fields in the reader's language."""
    language, vocabulary = get_language() or "en", get_vocabulary()
    sections = {
        "signs": list(sign_examples()),
        "fields": list(field_examples(language, vocabulary)),
        "together": [Example(*_together(language))],
    }
    return render(request, "search/help.html", sections)


def sign_examples() -> Iterator[Example]:
    """Yield an example of everything that is written with signs."""
    yield Example(_('"informed consent"'), _("These words beside each other, in this order."))
    yield Example(_("consent -video"), _("Without this word. NOT video means the same."))
    yield Example(
        _("nurses OR doctors"), _("One of both, or both. OR is written in capitals; nurses | doctors will do too.")
    )
    yield Example(_("consent (nurses OR doctors)"), _("Brackets say what belongs together."))


def field_examples(language: str, vocabulary: Vocabulary) -> Iterator[Example]:
    """Yield an example of each field; of topics and regions with one that exists.

    Not of organisations: the name of one may be more than a visitor may know.
    """

    def named(field: str, value: str) -> str:
        return f"{name_in(field, language)}:{value}"

    yield Example(named("title", _("consent")), _("The word stands in the title."))
    for facet, meaning in (
        ("topic", _("About a topic or anything below it, by any of its names in any language.")),
        ("region", _("About a region or anything in it.")),
    ):
        if example := _name_of_one(facet, language, vocabulary):
            yield Example(named(facet, example), meaning)
    yield Example(named("organisation", _("hospital")), _("Shared by an organisation whose name begins so."))
    yield Example(named("language", _("Dutch")), _("In a language, by its name or code (nl)."))
    yield Example(
        named("type", "guide"), _("Of a type: training, case-study, guide or event, or its name on this site.")
    )
    yield Example(named("year", "2019..2024"), _("From these years; 2019.. means since, ..2024 until."))


def _name_of_one(facet: str, language: str, vocabulary: Vocabulary) -> str:
    """Return the name of a term that others stand below, else of any, as it is written in a query."""
    terms = vocabulary.terms(facet)
    below = {term.parent for term in terms.values() if term.parent}
    one = next((terms[code] for code in terms if code in below), None) or next(iter(terms.values()), None)
    return f'"{one.name_in(language)}"' if one else ""


def _together(language: str) -> tuple[str, str]:
    query = _('consent -video "informed decision" (nurses OR doctors)')
    return f"{query} {name_in('year', language)}:2019..2024", _("Everything together.")
