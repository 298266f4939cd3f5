"""From a row's fields to a record in the library's terms, or to the reason why not. Reads no database.

Each step looks at one group of fields and notes what it had to change; ``docs/importing.md`` tells the same in words.
"""

import html
from collections.abc import Iterable, Mapping
from datetime import date

from library.exchange.fields import Fields
from library.exchange.folding import fold, is_machine_name, spell_out, spell_out_group
from library.exchange.guessing import guess_language
from library.exchange.kinds import EVENT, TRAINING, UNSTATED, Kind, kind_of
from library.exchange.licensing import spdx_of
from library.exchange.places import Places
from library.exchange.prose import SUMMARY_LENGTH, Prose, read_prose
from library.exchange.record import Cleaned, Reason, Record, RecordRefusedError, Row
from library.languages import CODES, UNDETERMINED
from library.models import Level
from library.resources.base import FIRST_YEAR, LAST_YEAR

TITLE_LENGTH = 255
IDENTIFIER_LENGTH = 500
DESCRIPTION_LENGTH = 100_000  # characters; the longest of the catalogues we know has 9,786
NAME_LENGTH = 200
TOPIC_LENGTH = 80  # longer ones are sentences, not topics
AUDIENCE_LENGTH = 50
NAME_WORDS = 4  # at most in each part of "Biologists, Genomicists, Computer Scientists"
PLACE_LENGTH = 200
NOTHING = ("none", "no description", "no description provided", "n a", "na", "tba", "todo")  # folded

_LEVELS: Mapping[str, Level] = {
    **dict.fromkeys(("beginner", "beginners", "novice", "introductory", "basic"), Level.BEGINNER),
    **dict.fromkeys(("intermediate", "competent"), Level.INTERMEDIATE),
    **dict.fromkeys(("advanced", "proficient", "expert"), Level.ADVANCED),
}


def clean_row(row: Row, places: Places, *, strict: bool = False) -> Cleaned:
    """Return the record of a row. Raises ``RecordRefusedError`` where none can be made of it.

    With ``strict``, a country that is not known is a reason to refuse.
    """
    if row.unreadable:
        raise RecordRefusedError(row.unreadable.reason, row.unreadable.value)
    fields = Fields(row.fields)
    record = _record_of(fields, places, strict=strict)
    return Cleaned(row.line, record, tuple(dict.fromkeys(fields.notes)))


def _record_of(fields: Fields, places: Places, *, strict: bool) -> Record:
    title = _title(fields)
    prose = _prose(fields, title)
    year, day = _date(fields)
    kind = _kind(fields, day)
    audiences, levels = _audiences_and_levels(fields, kind)
    organisation, *publishers = _providers(fields)
    return Record(
        identifier=_identifier(fields),
        title=title,
        type_key=kind.type_key,
        format=kind.format,
        summary=prose.summary,
        body=prose.body,
        language=_language(fields, title if prose.summary == title else f"{title}. {prose.text}"),
        topics=_words(fields, "topics"),
        keywords=_words(fields, "keywords"),
        regions=_regions(fields, places, strict=strict),
        audiences=audiences,
        levels=levels,
        licence=_licence(fields),
        year=year,
        start_date=day if kind.type_key == EVENT else None,
        place=_place(fields, kind),
        organisation=organisation,
        publishers=tuple(publishers),
        authors=fields.names("authors", NAME_LENGTH),
        url=fields.web_address("url"),
    )


def _title(fields: Fields) -> str:
    title = " ".join(html.unescape(fields.text("title")).split())
    if not title:
        raise RecordRefusedError(Reason.NO_TITLE)
    if len(title) > TITLE_LENGTH:
        fields.note(Reason.TITLE_CUT)
        title = title[: TITLE_LENGTH - 1].rsplit(" ", 1)[0][: TITLE_LENGTH - 1] + "…"
    return title


def _identifier(fields: Fields) -> str:
    identifier = fields.text("id").strip() or fields.web_address("url")
    if not identifier:
        raise RecordRefusedError(Reason.NO_IDENTIFIER)
    if len(identifier) > IDENTIFIER_LENGTH:
        raise RecordRefusedError(Reason.IDENTIFIER_TOO_LONG)
    return identifier


def _prose(fields: Fields, title: str) -> Prose:
    description = fields.text("description")
    if len(description) > DESCRIPTION_LENGTH:
        raise RecordRefusedError(Reason.DESCRIPTION_TOO_LONG)
    prose = read_prose("" if fold(description[:50]) in NOTHING else description)
    for reason, applies in (
        (Reason.SUMMARY_CUT, prose.cut),
        (Reason.SCRIPT_REMOVED, prose.active),
        (Reason.PICTURES_REMOVED, prose.pictures),
        (Reason.NO_DESCRIPTION, not prose.summary),
    ):
        if applies:
            fields.note(reason)
    return prose if prose.summary else Prose(summary=title[:SUMMARY_LENGTH], body=prose.body)


def _date(fields: Fields) -> tuple[int | None, date | None]:
    """Return the year, and the day where the date is a full one, as in ``2024-03-01`` or ``2024-03-01 10:29:25``."""
    value = fields.text("date").strip()
    if not value:
        return None, None
    try:
        day = date.fromisoformat(value[:10]) if len(value) >= 10 else None
        year = day.year if day else int(value[:4]) if value[:4].isascii() and value[4:5] in ("", "-") else 0
    except ValueError:
        day, year = None, 0
    if not FIRST_YEAR <= year <= LAST_YEAR:
        fields.note(Reason.BAD_DATE, value)
        return None, None
    return year, day


def _kind(fields: Fields, day: date | None) -> Kind:
    types = fields.values("type")
    kind, unknown = kind_of(types)
    if kind == UNSTATED and unknown:
        fields.note(Reason.UNKNOWN_TYPE, "; ".join(unknown))
    if kind.type_key == EVENT and day is None:
        fields.note(Reason.EVENT_WITHOUT_DATE)
        return UNSTATED
    return kind


def _words(fields: Fields, name: str) -> tuple[str, ...]:
    """Return topics or keywords: what is an address, a number or a sentence is no word for a topic."""
    words = list[str]()
    values = fields.values(name)
    for value in _apart(values, parts=3) if name == "keywords" else values:
        word = spell_out(value)
        if not word or len(word) > TOPIC_LENGTH or is_machine_name(value):
            fields.note(Reason.TOPIC_DROPPED, value)
        else:
            words.append(word)
    return tuple(dict.fromkeys(words))


def _regions(fields: Fields, places: Places, *, strict: bool) -> tuple[str, ...]:
    codes = list[str]()
    for name in ("countries", "sub_regions", "regions"):
        for value in fields.values(name):
            if code := places.find(value):
                codes.append(code)
            elif strict:
                raise RecordRefusedError(
                    Reason.UNKNOWN_COUNTRY if name == "countries" else Reason.UNKNOWN_REGION, value
                )
            else:
                fields.note(Reason.UNKNOWN_COUNTRY if name == "countries" else Reason.UNKNOWN_REGION, value)
    return places.nearest(codes)


def _place(fields: Fields, kind: Kind) -> str:
    """Return where an event is: the values that were no countries."""
    values = fields.values("countries_unresolved")
    if kind.type_key == EVENT:
        return "; ".join(values)[:PLACE_LENGTH]
    for value in values:
        fields.note(Reason.UNKNOWN_PLACE, value)
    return ""


def _language(fields: Fields, text: str) -> str:
    known = list[str]()
    for value in fields.values("languages"):
        code = value.replace("_", "-").partition("-")[0].lower()
        if code in CODES and not known:
            known.append(code)
        else:
            fields.note(Reason.LANGUAGE_DROPPED, value)
    if known:
        return known[0]
    guess = guess_language(text)
    fields.note(Reason.LANGUAGE_GUESSED if guess else Reason.LANGUAGE_UNKNOWN, guess)
    return guess or UNDETERMINED


def _audiences_and_levels(fields: Fields, kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    audiences, levels = list[str](), list[str]()
    for value in _apart(fields.values("audience"), parts=2):
        if level := _LEVELS.get(fold(value)):
            fields.note(Reason.AUDIENCE_AS_LEVEL, value)
            levels.append(level)
        elif len(value) > AUDIENCE_LENGTH or is_machine_name(value):
            fields.note(Reason.AUDIENCE_DROPPED, value)
        else:
            audiences.append(spell_out_group(value))
    for value in fields.values("level"):
        if level := _LEVELS.get(fold(value)):
            levels.append(level)
        else:
            fields.note(Reason.UNKNOWN_LEVEL, value)
    if levels and kind.type_key != TRAINING:
        fields.note(Reason.LEVEL_DROPPED, "; ".join(levels))
        levels = []
    return tuple(dict.fromkeys(audiences)), tuple(level for level in Level.values if level in levels)


def _apart(values: Iterable[str], *, parts: int) -> Iterable[str]:
    """Take a list that was written as one value apart, where it has enough parts and each is a short name."""
    for value in values:
        names = [name.strip() for name in value.split(",") if name.strip()]
        short = all(len(name.split()) <= NAME_WORDS for name in names)
        yield from names if len(names) >= parts and short else [value]


def _licence(fields: Fields) -> str:
    value = fields.text("licence")
    spdx = spdx_of(value)
    if spdx is None:
        fields.note(Reason.UNKNOWN_LICENCE, value)
    return spdx or ""


def _providers(fields: Fields) -> tuple[str, ...]:
    """Return the organisations, at least one: the source itself stands in where none is given."""
    providers = fields.names("provider", NAME_LENGTH)
    if providers:
        return providers
    source = fields.text("set").strip()[:NAME_LENGTH]
    fields.note(Reason.NO_PROVIDER, source)
    return (source,)
