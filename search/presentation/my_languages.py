"""Only in my languages: those of the interface and of the browser, as one choice."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation.trans_real import parse_accept_lang_header

from library.languages import CODES
from search.engine import ResultPage
from search.params import clean_values
from search.presentation.addresses import Addresses
from search.presentation.labels import Labels

AT_MOST = 5  # languages; some browsers name every one their system has


@dataclass(frozen=True, slots=True)
class MyLanguages:
    """A link that chooses the reader's languages, or lets go of them where they are chosen already."""

    names: tuple[str, ...]
    url: str
    selected: bool


def languages_of(request: HttpRequest) -> tuple[str, ...]:
    """Return the reader's languages: the interface's first, then the browser's in its order."""
    accepted = [code for code, _quality in parse_accept_lang_header(request.headers.get("accept-language", ""))]
    bases = (code.partition("-")[0] for code in [get_language() or "en", *accepted])
    return tuple(dict.fromkeys(code for code in bases if code in CODES))[:AT_MOST]


def my_languages(page: ResultPage, mine: tuple[str, ...], labels: Labels, addresses: Addresses) -> MyLanguages | None:
    """Return the link; nothing where the answer has nothing in these languages, or nothing in others."""
    counted = page.facets.get("language", {}).keys()
    selected = bool(mine) and page.params.language == clean_values(mine)
    if not selected and not (counted & set(mine) and counted - set(mine)):
        return None
    names = tuple(map(labels.namer("language"), mine))
    return MyLanguages(names, addresses.in_languages(() if selected else clean_values(mine)), selected)
