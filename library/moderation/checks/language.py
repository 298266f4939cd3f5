"""The language that was declared, against the language of the text."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.admin.language_guess import language_and_certainty
from library.languages import UNDETERMINED, language_name
from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level

ENOUGH: Final = 200  # characters; three sentences
SURE: Final = 98  # of 100; a Dutch text with English terms in it stays above

# Languages that a model of letters takes for one another.
KIN: Final = (
    frozenset({"da", "nb", "nn", "no"}),
    frozenset({"bs", "hr", "sr"}),
    frozenset({"id", "ms"}),
    frozenset({"es", "gl", "pt"}),
    frozenset({"af", "nl", "fy"}),
    frozenset({"cs", "sk"}),
    frozenset({"az", "tr"}),
)


class LanguageAsDeclared(Check):
    """Text, or at least one file, in the language that was chosen."""

    id = "language"
    label = _("Language as declared")
    level = Level.WARN
    options: ClassVar[Mapping[str, Option]] = {
        "characters": Option(ENOUGH, _("Characters of text that are enough to judge")),
        "certainty": Option(SURE, _("Certainty that is needed, in percent")),
    }

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield when a clear text is in another language, and no file is in the one declared."""
        declared, text = material.page.language, " ".join(material.text.split())
        if declared in ("", UNDETERMINED) or len(text) < options["characters"]:
            return
        guessed, certainty = language_and_certainty(text)
        if guessed in ("", declared) or certainty * 100 < options["certainty"] or _are_kin(guessed, declared):
            return
        if declared not in {document.language for document in material.documents}:
            yield Found("language", {"declared": declared, "guessed": guessed})

    def message(self, data: Mapping[str, Any]) -> str:
        """Name both."""
        return _g("The language chosen is %(declared)s, but the text looks like %(guessed)s.") % {
            "declared": language_name(data.get("declared", "")),
            "guessed": language_name(data.get("guessed", "")),
        }

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say how."""
        return _g("Choose the language of the resource itself. If it is right, leave it.")


def _are_kin(one: str, other: str) -> bool:
    return any({one, other} <= family for family in KIN)
