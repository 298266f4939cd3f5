"""Fields of a query: their names in several languages, and which codes their values stand for."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType

from django.conf import settings
from django.conf.locale import LANG_INFO
from django.utils.translation import override

from library.languages import CODES, language_name
from library.models import RESOURCE_TYPES
from search.languages import says_nothing
from search.params import Years
from search.question.nodes import Choice, InYears, Node, Words
from search.vocabulary.labels import LabelTable
from search.vocabulary.snapshot import Vocabulary
from search.vocabulary.terms import Term
from search.words import fold, split_words

MAX_CODES = 20  # of a value: with more terms beginning so, it says nothing
_DASH = re.compile("[-–—]")  # 2019-2024 means what 2019..2024 means
SHORTEST_BEGINNING = 2  # letters of a label from which its beginning will do

# Known whatever the reader's language is, so that an address means the same to everyone who is sent it.
_NAMES: Mapping[str, Mapping[str, str]] = {
    "title": {"en": "title", "nl": "titel", "de": "titel", "fr": "titre", "es": "título"},
    "topic": {"en": "topic", "nl": "onderwerp", "de": "thema", "fr": "sujet", "es": "tema"},
    "region": {"en": "region", "nl": "regio", "de": "region", "fr": "région", "es": "región"},
    "organisation": {
        "en": "org",
        "nl": "organisatie",
        "de": "organisation",
        "fr": "organisation",
        "es": "organización",
    },
    "language": {"en": "lang", "nl": "taal", "de": "sprache", "fr": "langue", "es": "idioma"},
    "type": {"en": "type", "nl": "soort", "de": "typ", "fr": "type", "es": "tipo"},
    "year": {"en": "year", "nl": "jaar", "de": "jahr", "fr": "année", "es": "año"},
}
_ALSO = {"organisation": ("organization",), "language": ("language",)}
FIELD_NAMES: Mapping[str, str] = {
    name: field
    for field, names in _NAMES.items()
    for written in (*names.values(), *_ALSO.get(field, ()))
    for name in (written, fold(written))
}


def name_in(field: str, language: str) -> str:
    """Return what a field is called in a language (``nl``, ``nl-be``), else in English."""
    names = _NAMES[field]
    return names.get(language.partition("-")[0], names["en"])


def condition(field: str, text: str, words: tuple[str, ...], phrase: bool, vocabulary: Vocabulary) -> Node | None:
    """Return what ``field:value`` asks for; ``None`` where nothing of that name is known."""
    if field == "title":
        return None if says_nothing(words) else Words(words, phrase=phrase, title=True)
    if field == "year":
        years = Years.read(_DASH.sub("..", text))
        return InYears(years) if years else None
    codes = codes_named(field, text, vocabulary)
    return Choice(field, codes) if codes else None


def codes_named(facet: str, text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the codes whose code or any label is this, else those with a label that begins so; none if too many."""
    key = " ".join(fold(word) for word in split_words(text))
    table = _own_table(facet) or vocabulary.labels(facet)
    codes = table.named(key) or (table.beginning(key) if len(key) >= SHORTEST_BEGINNING else frozenset())
    return tuple(sorted(codes)) if len(codes) <= MAX_CODES else ()


def _own_table(facet: str) -> LabelTable | None:
    """Return the names of types and languages, which are not in the vocabulary."""
    return {"type": _types, "language": _languages}[facet]() if facet in ("type", "language") else None


@cache
def _types() -> LabelTable:
    return _table(RESOURCE_TYPES, lambda code: str(RESOURCE_TYPES[code]._meta.verbose_name))


@cache
def _languages() -> LabelTable:
    own = {code: str(info["name_local"]) for code, info in LANG_INFO.items() if "name_local" in info}
    return _table(CODES, language_name, own)


def _table(
    codes: Iterable[str], name: Callable[[str], str], own: Mapping[str, str] = MappingProxyType({})
) -> LabelTable:
    """Return a table with the names of codes in every language of the interface, and in their own."""
    names: dict[str, dict[str, str]] = {code: {"own": own[code]} if code in own else {} for code in codes}
    for language, _label in settings.LANGUAGES:
        with override(language):
            for code, known in names.items():
                known[language] = name(code)
    return LabelTable({code: Term(code, None, known) for code, known in names.items()})
