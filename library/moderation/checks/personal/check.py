"""The check that looks for personal data of patients. What it finds is never stored, only where it stands."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level
from library.moderation.checks.personal.signs import SIGN_LABELS, SIGNS
from library.moderation.checks.places import place_in_words, place_of
from library.moderation.checks.texts import Piece

MOST_OF_A_KIND: Final = 5  # places named for one kind of sign
NOT_PATIENTS: Final = frozenset({"people", "links"})  # who made it is meant to be named


class PersonalData(Check):
    """Names with dates of birth, record numbers, national numbers, telephone numbers beside names."""

    id = "personal-data"
    label = _("No personal data of patients")
    level = Level.WARN
    options: ClassVar[Mapping[str, Option]] = {
        "places": Option(MOST_OF_A_KIND, _("Places named for each kind of sign")),
    }

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield places, each with the sign and its value struck out."""
        counts = dict.fromkeys(SIGN_LABELS, 0)
        for piece in chain(material.pieces, material.passages):
            if piece.field in NOT_PATIENTS:
                continue
            for key, excerpt in _signs_in(piece):
                counts[key] += 1
                if counts[key] <= options["places"]:
                    yield Found(piece.field, {**place_of(piece), "sign": key, "excerpt": excerpt})

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what and where."""
        return _g("This looks like %(sign)s, in %(place)s: “%(excerpt)s”.") % {
            "sign": SIGN_LABELS.get(str(data.get("sign")), ""),
            "place": place_in_words(data),
            "excerpt": data.get("excerpt", ""),
        }

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say how."""
        return _g(
            "Take out what could tell who a patient is, or make sure that it is invented, and say so in the text."
        )


def _signs_in(piece: Piece) -> Iterator[tuple[str, str]]:
    for sign in SIGNS:
        for found in sign.pattern.finditer(piece.text):
            if sign.is_real(found):
                yield sign.key, masked(found)


def masked(found: re.Match[str]) -> str:
    """Return what was found with every letter and digit of its value struck out.

    >>> masked(re.search("(?P<label>born) (?P<value>.+)", "born 12-03-1980"))
    'born ••-••-••••'
    """
    begin, end = found.start("value") - found.start(), found.end("value") - found.start()
    whole = found[0]
    return " ".join((whole[:begin] + re.sub(r"\w", "•", whole[begin:end]) + whole[end:]).split())
