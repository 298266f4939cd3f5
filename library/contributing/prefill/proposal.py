"""From what a file says of itself, and what its text looks like, to values that a form can offer."""

import re
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any, Final, Self

from django.utils import timezone

from library.admin.language_guess import guess_language
from library.contributing.prefill.stated_licence import stated_licence
from library.files.reading.about import About
from library.files.reading.outcome import Reading
from library.languages import CODES, UNDETERMINED
from library.resources.base import FIRST_YEAR
from library.resources.licences import Licence

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_NAME, MOST_PEOPLE = 255, 600, 200, 10
ENOUGH_TEXT: Final = 5_000  # characters, to see which language it is

# What programs write by themselves into the fields of people and titles.
NO_TITLE: Final = re.compile(
    r"(?:untitled|document\s*\d*|presentation\s*\d*|powerpoint presentation|slide \d+|title|word document)?", re.I
)
PROGRAM_BEFORE: Final = re.compile(r"^Microsoft (?:Word|PowerPoint)\s*-\s*", re.I)
EXTENSION_AFTER: Final = re.compile(r"\.(?:docx?|pptx?|pdf|odt|html?)$", re.I)
NO_PERSON: Final = re.compile(
    r"(?:user|admin(?:istrator)?|owner|unknown|anonymous|windows user|microsoft office user|python-docx|author)?", re.I
)
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What could be filled in; ``guessed`` names the fields that were not stated but seen in the text or the name."""

    title: str = ""
    summary: str = ""
    language: str = ""
    people: tuple[str, ...] = ()
    year: int | None = None
    licence: Licence | None = None
    guessed: frozenset[str] = frozenset()

    def completed(self, **seen: Any) -> Self:
        """Return the same with guesses where nothing was stated."""
        missing = {field: value for field, value in seen.items() if value and not getattr(self, field)}
        return replace(self, **missing, guessed=frozenset(missing))


def propose(reading: Reading, name: str) -> Proposal:
    """Return what can be filled in from a file or page called ``name``; one SQL query."""
    about = reading.about or About()
    text = " ".join(passage.text for passage in reading.passages)
    stated = Proposal(
        title=title_of(about.title),
        summary=about.summary[:LONGEST_SUMMARY],
        language=language_of(about.language),
        people=people_of(about.people),
        year=year_of(about.date),
        licence=stated_licence(about.licences),
    )
    return stated.completed(
        title=title_of(name_in_words(name)),
        language=guess_language(text[:ENOUGH_TEXT]),
        licence=stated_licence([text]),
    )


def title_of(said: str) -> str:
    """Return a title without what programs add, or nothing where it is theirs alone.

    >>> title_of("Microsoft Word - Eerst vragen.docx"), title_of("PowerPoint Presentation")
    ('Eerst vragen', '')
    """
    title = EXTENSION_AFTER.sub("", PROGRAM_BEFORE.sub("", said.strip())).strip()
    return "" if NO_TITLE.fullmatch(title) else title[:LONGEST_TITLE]


def name_in_words(name: str) -> str:
    """Return the name of a file as a title: "five_questions-2024.pdf" is "five questions 2024"."""
    return re.sub(r"[_\s-]+", " ", PurePosixPath(name).stem).strip()


def language_of(said: str) -> str:
    """Return the code of a language tag that is one of ours: "nl-BE" and "nl_NL" are Dutch."""
    code = re.split(r"[-_]", said.strip().lower())[0]
    return code if code in CODES and code != UNDETERMINED else ""


def people_of(said: tuple[str, ...]) -> tuple[str, ...]:
    """Return names, each once; several in one string stand between semicolons, or commas where each has two words."""
    names = [name for one in said for name in _split(one)]
    people = dict.fromkeys(name[:LONGEST_NAME] for name in names if not NO_PERSON.fullmatch(name) and "://" not in name)
    return tuple(people)[:MOST_PEOPLE]


def _split(said: str) -> list[str]:
    parts = [part.strip() for part in said.split(";")]
    by_comma = [part.strip() for part in said.split(",")]
    if len(parts) == 1 and len(by_comma) > 1 and all(" " in part for part in by_comma):
        return by_comma
    return parts


def year_of(said: str) -> int | None:
    """Return the year of a date in whatever form, if it can be one.

    >>> year_of("D:20240501120000+02'00'"), year_of("1 May 2023"), year_of("2999-01-01")
    (2024, 2023, None)
    """
    found = YEAR.search(said)
    year = int(found[0]) if found else None
    return year if year and FIRST_YEAR <= year <= timezone.localdate().year else None
