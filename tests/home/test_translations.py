"""The Dutch catalogue is complete, and what is compiled is what was written."""

import gettext
import re
from ast import literal_eval
from pathlib import Path

from django.conf import settings

CATALOGUE = Path(settings.BASE_DIR) / "locale" / "nl" / "LC_MESSAGES" / "django.po"
PAIR = re.compile(r'^msgid (?P<english>".+")\nmsgstr (?P<dutch>".+")\n$', re.MULTILINE)  # of one line each
ENTRY = re.compile(r"^msgstr(?:\[\d\])? (?P<first>.*)$(?P<rest>(?:\n\".*\")*)", re.MULTILINE)


def test_every_text_has_a_dutch_one() -> None:
    entries = list(ENTRY.finditer(CATALOGUE.read_text(encoding="utf-8")))
    assert len(entries) > 400
    assert [entry.start() for entry in entries if entry["first"] == '""' and not entry["rest"]] == []


def test_the_compiled_catalogue_says_what_was_written() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as file:
        dutch = gettext.GNUTranslations(file)
    pairs = [map(literal_eval, pair.groups()) for pair in PAIR.finditer(CATALOGUE.read_text(encoding="utf-8"))]
    assert len(pairs) > 400
    assert [english for english, written in pairs if dutch.gettext(english) != written] == []
