"""The signs by which personal data of patients is known, each a pattern and, where there is one, a check digit.

A pattern has two groups: ``label``, which is shown, and ``value``, which never is. Every repetition is bounded, so that
no text makes a pattern slow.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.personal.numbers import is_bsn, is_nhs_number

OLDEST: Final = 110  # years; who was born before cannot be a patient now: "Florence Nightingale, born 12 May 1820"

_BORN: Final = "|".join(
    (
        *(r"date of birth", r"birth ?date", r"d\.?o\.?b\.?", r"born(?: on)?"),
        *(r"geboortedatum", r"geboren(?: op| am)?", r"geb\. ?(?:dat\.?)?", r"geburtsdatum"),
        *(r"date de naissance", r"n[ée]e?\(?e?\)? le", r"fecha de nacimiento", r"nacid[oa] el"),
        *(r"data di nascita", r"nat[oa] il", r"data de nascimento", r"nascid[oa] (?:em|a)"),
        *(r"doğum tarihi", r"дата рождения", r"дата народження", r"data urodzenia", r"tarikh lahir"),
        *("تاريخ الميلاد", "出生日期", "生年月日"),
    )
)
_MONTH: Final = r"[^\W\d_]{3,12}\.?"
_DATE: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ ./-]{1,3}(?:\d{1,2}|(?:de |of )?" + _MONTH + r")(?: de)?[ ./,-]{1,3}(?P<year>\d{4})"
    r"|(?P<year2>\d{4})[./年-]\d{1,2}[./月-]\d{1,2}"
    r"|" + _MONTH + r" \d{1,2}(?:st|nd|rd|th)?,? (?P<year3>\d{4})"
    r"|\d{1,2}[./-]\d{1,2}[./-](?P<short>\d{2})\b)"
)
_NAME: Final = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]{0,20}(?:['’.-][^\W\d_]{1,20})?"
_BETWEEN: Final = r"(?:van|de|der|den|von|da|dos|del|di|bin|el|al|le|la)"
_NAMES: Final = rf"{_NAME}(?:[ ](?:{_BETWEEN}[ ]){{0,2}}{_NAME}){{1,3}}"
_PATIENT: Final = (
    r"(?i:patient(?:'s|’s)? name|name of (?:the )?patient|patient|naam (?:van de )?pati[eë]nt|pati[eë]nt(?:e|naam)?|"
    r"patientin|patientenname|name des patienten|nom du patient|patiente|nombre del? paciente|nome d[oa] paciente|"
    r"paciente|paziente|nome del paziente|hasta adı|пациент|пацієнт)"
)
_RECORD: Final = (
    r"medical record (?:number|no\.?|nr\.?)|mrn|patient (?:number|no\.|id|identifier)|hospital (?:number|no\.)|"
    r"pati[eë]ntnummer|pati[eë]nt ?nr\.?|dossiernummer|patientennummer|fallnummer|krankenaktennummer|"
    r"num[eé]ro de dossier(?: m[eé]dical)?|num[eé]ro de patient|n[uú]mero de historia(?: cl[ií]nica)?|nhc|"
    r"numero (?:di )?cartella(?: clinica)?|n[uú]mero do prontu[aá]rio|numer pacjenta"
)
_SALUTATION: Final = r"(?:Mr|Mrs|Ms|Miss|Dhr|Mevr|Mw|Herr|Frau|Mme|Sr|Sra|Sig|Sig\.ra)\.?"
_PHONE: Final = r"(?:\+\d{1,3}|\(?0\d{1,4}\)?)(?:[ ./()-]{0,2}\d){6,11}"


@dataclass(frozen=True, slots=True)
class Sign:
    """One kind of sign. ``is_real`` tells a match from what only looks like one."""

    key: str
    label: Promise | str
    pattern: re.Pattern[str]
    is_real: Callable[[re.Match[str]], bool] = lambda found: True


def _is_recent_birth(found: re.Match[str]) -> bool:
    years = found.groupdict()
    year = years.get("year") or years.get("year2") or years.get("year3")
    this_year = timezone.localdate().year
    return year is None or this_year - OLDEST <= int(year) <= this_year


def _all_names(found: re.Match[str]) -> bool:
    """Tell a name from a heading: "Patient: Jan de Vries", not "Patient: Know Your Rights Today" (four words)."""
    return len(found["value"].split()) <= 4 and not found["value"].isupper()


SIGNS: Final = (
    Sign(
        "birth",
        _("a date of birth"),
        re.compile(rf"(?<!\w)(?P<label>{_BORN})[\s:;,(*-]{{0,4}}(?P<value>{_DATE})", re.IGNORECASE),
        _is_recent_birth,
    ),
    Sign(
        "birth",
        _("a name with a date of birth"),
        re.compile(rf"(?P<value>{_NAMES}[ ,]{{0,2}}\(?(?P<label>[*°]) ?{_DATE})"),
        _is_recent_birth,
    ),
    Sign(
        "patient",
        _("the name of a patient"),
        re.compile(
            rf"(?<!\w)(?P<label>{_PATIENT}) ?[:=][ \t]{{0,3}}(?P<value>(?:{_SALUTATION} {_NAME}|{_NAMES}))(?!\w)"
        ),
        _all_names,
    ),
    Sign(
        "record",
        _("a record number"),
        re.compile(
            rf"(?<!\w)(?P<label>{_RECORD})[\s:#=.]{{1,4}}(?P<value>[A-Z]{{0,3}}-?\d[\d.-]{{3,14}})", re.IGNORECASE
        ),
    ),
    Sign(
        "bsn",
        _("a Dutch citizen service number"),
        re.compile(
            r"(?<!\w)(?P<label>bsn|burgerservicenummer|sofi-?nummer)[^\d\n]{0,20}"
            r"(?P<value>\d{3,4}[ .]?\d{2,3}[ .]?\d{3})(?!\d)",
            re.IGNORECASE,
        ),
        lambda found: is_bsn(found["value"]),
    ),
    Sign(
        "nhs",
        _("an NHS number"),
        re.compile(
            r"(?<!\w)(?P<label>nhs)(?!\w)[^\d\n]{0,20}(?P<value>\d{3}[ -]?\d{3}[ -]?\d{4})(?!\d)", re.IGNORECASE
        ),
        lambda found: is_nhs_number(found["value"]),
    ),
    Sign(
        "phone",
        _("a telephone number beside a name"),
        re.compile(
            rf"(?<!\w)(?P<label>{_SALUTATION})(?P<value> {_NAME}(?: {_NAME}){{0,2}}[^\d\n+(]{{1,20}}{_PHONE})(?!\d)"
        ),
    ),
)
SIGN_LABELS: Final = {sign.key: sign.label for sign in reversed(SIGNS)}
