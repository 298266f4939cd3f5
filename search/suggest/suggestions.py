"""What is suggested: the best few of each kind, within the viewer's rights."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from library.languages import text_direction
from search.access import Access
from search.presentation.addresses import DIRECTORY
from search.presentation.labels import fixed_label
from search.reach import from_engine
from search.suggest.organisations import may_see_organisation
from search.vocabulary.matching import matching_terms
from search.vocabulary.snapshot import Vocabulary

TITLES, TERMS = 5, 3  # with all four groups as much as a phone shows above its keyboard
HIDDEN_AT_MOST = 20  # organisations looked at to find ``TERMS`` that may be seen

LEGENDS = {
    "resource": _("Resources"),
    "topic": _("Topics"),
    "region": _("Regions"),
    "organisation": _("Organisations"),
}
ICONS = {"topic": "topic", "region": "place", "organisation": "building"}  # signs in static/icons/sprite.svg


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to go to; ``note`` says more about it, ``language`` is that of the label where it is known."""

    label: str
    url: str
    icon: str
    note: str = ""
    language: str = ""
    direction: str = ""


@dataclass(frozen=True, slots=True)
class SuggestionGroup:
    """Suggestions of one kind."""

    legend: str
    suggestions: tuple[Suggestion, ...]


def suggestions(text: str, access: Access, vocabulary: Vocabulary) -> tuple[SuggestionGroup, ...]:
    """Return the groups that have suggestions; titles are missing while the engine is out of reach."""
    if not text:
        return ()
    found = {
        "resource": tuple(_titles(text, access)),
        "topic": tuple(_terms("topic", text, vocabulary)),
        "region": tuple(_terms("region", text, vocabulary)),
        "organisation": tuple(_organisations(text, access, vocabulary)),
    }
    return tuple(SuggestionGroup(str(LEGENDS[kind]), group) for kind, group in found.items() if group)


def _titles(text: str, access: Access) -> Iterator[Suggestion]:
    language = get_language() or "en"
    for title in from_engine(lambda engine: engine.suggest(text, access, TITLES)) or ():
        yield Suggestion(
            title.title,
            title.url,
            f"type-{title.type}",
            fixed_label("type", language, title.type),
            title.language,
            text_direction(title.language),
        )


def _terms(facet: str, text: str, vocabulary: Vocabulary) -> Iterator[Suggestion]:
    language = get_language() or "en"
    for term in matching_terms(text, facet, vocabulary, language, TERMS):
        yield Suggestion(term.name_in(language), reverse(facet, args=[term.code]), ICONS[facet])


def _organisations(text: str, access: Access, vocabulary: Vocabulary) -> Iterator[Suggestion]:
    found = matching_terms(text, "organisation", vocabulary, get_language() or "en", HIDDEN_AT_MOST)
    seen = [term for term in found if may_see_organisation(term.code, access, vocabulary)]
    for term in seen[:TERMS]:
        yield Suggestion(term.name_in("en"), f"{DIRECTORY}{term.code}/", ICONS["organisation"])
