"""What others may do with it: a licence, and the names of those whose material is in it."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.complete import was_published_without
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level
from library.moderation.checks.places import place_in_words, place_of
from library.moderation.checks.words import pattern_of

# "With permission" alone is not among them: most texts here speak of the permission of patients.
# What stands beside pictures and texts of others. "© North Hospital" may be the organisation itself: a person decides.
SIGNS: Final = (
    "©",
    "all rights reserved",
    "alle rechten voorbehouden",
    "alle Rechte vorbehalten",
    "tous droits réservés",
    "todos los derechos reservados",
    "tutti i diritti riservati",
    "courtesy of",
    "reproduced with permission",
    "reprinted with permission",
    "used with permission",
    "reproduced from",
    "overgenomen met toestemming",
    "overgenomen uit",
    "mit freundlicher Genehmigung",
    "avec l'aimable autorisation",
    "por cortesía de",
    "Getty Images",
    "Shutterstock",
    "iStock",
    "Adobe Stock",
)


class LicenceChosen(Check):
    """A licence, except for what was published before without."""

    id = "licence"
    label = _("Licence chosen")
    level = Level.BLOCK

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield when there is none."""
        if material.page.licence_id is None and not was_published_without(material.page, "licence"):
            yield Found("licence")

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what follows from it."""
        return _g("No licence is chosen, so nobody would know what they may do with it.")

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say how."""
        return _g("Choose one. If in doubt, ask the one who made it.")


class ThirdPartyMaterial(Check):
    """Signs of material that others made, while none is named."""

    id = "third-party"
    label = _("Material of others named")
    level = Level.WARN
    options: ClassVar[Mapping[str, Option]] = {"signs": Option(SIGNS, _("Words that stand beside material of others"))}

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield the first place of each sign."""
        if material.page.third_party_material.strip() or not options["signs"]:
            return
        pattern = pattern_of(tuple(options["signs"]))
        seen = set()
        for piece in chain(material.pieces, material.passages):
            for found in pattern.finditer(piece.text):
                sign = re.sub(r"\s+", " ", found[0])
                if sign.casefold() not in seen:
                    seen.add(sign.casefold())
                    yield Found("third_party_material", {**place_of(piece), "sign": sign})

    def message(self, data: Mapping[str, Any]) -> str:
        """Say where."""
        return _g("“%(sign)s” stands in %(place)s, but no material of others is named.") % {
            "sign": data.get("sign", ""),
            "place": place_in_words(data),
        }

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say how."""
        return _g("Name whose it is and under which licence in “Material of others”, or take it out.")
