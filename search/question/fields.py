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
_NAMES = {
    "title": "title titel titre título titolo",
    "topic": "topic onderwerp thema sujet thème tema",
    "region": "region regio région región",
    "organisation": "org organisation organization organisatie organización",
    "language": "lang language taal sprache langue idioma",
    "type": "type soort typ tipo",
    "year": "year jaar jahr année año",
}
FIELD_NAMES: Mapping[str, str] = {
    name: field for field, names in _NAMES.items() for written in names.split() for name in (written, fold(written))
}


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
