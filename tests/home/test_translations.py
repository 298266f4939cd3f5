"""The Dutch catalogue is complete, and what is compiled is what was written."""

import gettext
import re
from pathlib import Path

from django.conf import settings

CATALOGUE = Path(settings.BASE_DIR) / "locale" / "nl" / "LC_MESSAGES" / "django.po"
ENTRY = re.compile(r"^msgstr(?:\[\d\])? (?P<first>.*)$(?P<rest>(?:\n\".*\")*)", re.MULTILINE)


def test_every_text_has_a_dutch_one() -> None:
    entries = list(ENTRY.finditer(CATALOGUE.read_text(encoding="utf-8")))
    assert len(entries) > 400
    assert [entry.start() for entry in entries if entry["first"] == '""' and not entry["rest"]] == []


def test_the_compiled_catalogue_speaks_dutch() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        dutch = gettext.GNUTranslations(file)
    assert dutch.gettext("Share a resource") == "Deel een bron"
    assert dutch.ngettext("%(files)s file", "%(files)s files", 2) == "%(files)s bestanden"
