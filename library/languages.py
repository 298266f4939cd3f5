"""The languages a resource can be in: ISO 639-1 codes, named in the reader's language by Django's catalogues."""

from collections.abc import Iterator

from django.conf.locale import LANG_INFO
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

UNDETERMINED = "und"  # ISO 639-2 for a text whose language is not known

_OWN_NAMES = {"zh": _("Chinese"), UNDETERMINED: _("Not stated")}
CODES: tuple[str, ...] = (
    *sorted({code for code, info in LANG_INFO.items() if len(code) == 2 and "name" in info} | {"zh"}),
    UNDETERMINED,
)
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ug", "ur", "yi"})


def language_name(code: str) -> str:
    """Return the name of a language in the reader's language, or the code where there is none."""
    if code in _OWN_NAMES:
        return str(_OWN_NAMES[code])
    name = LANG_INFO.get(code, {}).get("name")
    return gettext(name) if name else code


def text_direction(code: str) -> str:
    """Return ``rtl`` or ``ltr``, for the ``dir`` attribute."""
    return "rtl" if code in RIGHT_TO_LEFT else "ltr"


def language_choices() -> Iterator[tuple[str, str]]:
    """Yield ``(code, lazy name)`` for a form's choices."""
    lazy_name = lazy(language_name, str)
    return ((code, lazy_name(code)) for code in CODES)
