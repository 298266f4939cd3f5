"""Signs of spam: words that sell, words that shout, links and little else."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Final

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Found, Option
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level
from library.moderation.checks.words import pattern_of

WORDS: Final = (
    *("buy now", "order now", "click here to win", "limited time offer", "money back guarantee", "100% free"),
    *("earn money fast", "work from home and earn", "crypto giveaway", "online casino", "betting bonus", "free spins"),
    *("cheap viagra", "buy viagra", "miracle cure", "weight loss pills", "payday loan", "replica watches"),
    *("koop nu", "bestel nu", "snel geld verdienen", "jetzt kaufen", "achetez maintenant", "compra ahora"),
)
MOST_LINKS: Final = 10  # in a hundred words; a list of further reading has about 7
FEW_LINKS: Final = 8  # below, any text may consist of them
MOST_CAPITALS: Final = 50  # percent of words; a heading in capitals above a paragraph is 10
FEW_WORDS: Final = 20  # below, a text may be one abbreviation after another


class SpamSigns(Check):
    """Words of advertising, shouting, and more links than text."""

    id = "spam"
    label = _("No signs of spam")
    level = Level.WARN
    options: ClassVar[Mapping[str, Option]] = {
        "words": Option(WORDS, _("Words of advertising, one per line")),
        "links": Option(MOST_LINKS, _("Links that are usual in a hundred words")),
        "capitals": Option(MOST_CAPITALS, _("Percentage of words in capitals that is too much")),
    }

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each sign once."""
        for piece in material.pieces:
            found = pattern_of(tuple(options["words"])).search(piece.text)
            if found:
                yield Found(piece.field, {"what": "words", "words": found[0]})
        words = re.findall(r"[^\W\d_]{2,}", material.text)
        in_texts = [link for link in material.links if link.field != "links"]
        if len(in_texts) > FEW_LINKS and len(in_texts) * 100 > options["links"] * len(words):
            yield Found(in_texts[0].field, {"what": "links", "count": len(in_texts)})
        shouted = sum(word.isupper() and len(word) > 3 for word in words)
        if len(words) > FEW_WORDS and shouted * 100 > options["capitals"] * len(words):
            yield Found("title", {"what": "capitals"})

    def message(self, data: Mapping[str, Any]) -> str:
        """Say which."""
        return str(WHAT.get(str(data.get("what")), WHAT["words"])) % {
            "words": data.get("words", ""),
            "count": data.get("count", ""),
        }

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say what belongs here."""
        return _g("Say what others can learn from it. Advertisements do not belong in the library.")


WHAT: Final = {
    "words": _("“%(words)s” is how advertisements speak."),
    "links": _("There are %(count)s links in the text, and little else."),
    "capitals": _("Most of it is in capital letters."),
}
