"""What travels through an import: a row as read, the record made of it, and notes on what was lost on the way."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

MAPPING = 1  # raise when the mapping changes so much that records imported before should be written again


class Reason(TextChoices):
    """Why a record was changed or refused; the label is what the report says."""

    NOT_UTF8 = "not-utf-8", _("The line is not UTF-8 text")
    LINE_TOO_LONG = "line-too-long", _("The line is longer than a million bytes")
    NOT_JSON = "not-json", _("The line is not JSON")
    NOT_OBJECT = "not-an-object", _("The line is JSON, but not an object with fields")
    NOT_CSV = "not-csv", _("The line cannot be read as CSV")
    CELLS = "too-many-cells", _("The row has more cells than there are columns")
    COLUMN_MISSING = "column-missing", _("The file lacks a column")
    WRONG_TYPE = "wrong-type", _("A field has the wrong type")
    NO_TITLE = "no-title", _("There is no title")
    NO_IDENTIFIER = "no-identifier", _("There is neither an id nor a url")
    IDENTIFIER_TOO_LONG = "identifier-too-long", _("The id is longer than 500 characters")
    REPEATED = "repeated-id", _("The id occurred earlier in this file")
    DESCRIPTION_TOO_LONG = "description-too-long", _("The description is longer than 100,000 characters")
    UNKNOWN_ORGANISATION = "unknown-organisation", _("There is no such organisation")
    UNKNOWN_TOPIC = "unknown-topic", _("There is no such topic")
    UNKNOWN_AUDIENCE = "unknown-audience", _("There is no such audience")
    INVALID = "invalid", _("The page was refused")

    CONTROL_CHARACTERS = "control-characters", _("Characters that no text has were removed from")
    TITLE_CUT = "title-cut", _("The title was cut to 255 characters")
    NO_DESCRIPTION = "no-description", _("There is no description: the title stands in for the summary")
    SUMMARY_CUT = "summary-cut", _("The summary was cut in the middle of a sentence")
    SCRIPT_REMOVED = "script-removed", _("Active content was removed from the description")
    PICTURES_REMOVED = "pictures-removed", _("Pictures were removed from the description")
    UNKNOWN_TYPE = "unknown-type", _("Unknown type, taken as training material")
    EVENT_WITHOUT_DATE = "event-without-date", _("An event without a full date, taken as training material")
    TYPE_KEPT = "type-kept", _("The type has changed in the source; the page keeps the one it has")
    TOPIC_DROPPED = "topic-dropped", _("Not a word for a topic, left out")
    AUDIENCE_DROPPED = "audience-dropped", _("Not a name of an audience, left out")
    AUDIENCE_AS_LEVEL = "audience-as-level", _("An audience that is a level, taken as a level")
    UNKNOWN_LEVEL = "unknown-level", _("Unknown level, left out")
    LEVEL_DROPPED = "level-dropped", _("Only training material has a level, left out")
    UNKNOWN_COUNTRY = "unknown-country", _("Unknown country, left out")
    UNKNOWN_REGION = "unknown-region", _("Unknown region, left out")
    UNKNOWN_PLACE = "unknown-place", _("A place that is no country, left out")
    LANGUAGE_GUESSED = "language-guessed", _("The language was guessed")
    LANGUAGE_UNKNOWN = "language-unknown", _("The language is not stated and could not be guessed")
    LANGUAGE_DROPPED = "language-dropped", _("A language that was left out")
    UNKNOWN_LICENCE = "unknown-licence", _("Unknown licence, left out")
    BAD_DATE = "bad-date", _("Not a date, left out")
    BAD_LINK = "bad-link", _("Not a web address, left out")
    NAME_CUT = "name-cut", _("A name was cut to 200 characters")
    LIST_CUT = "list-cut", _("Only the first 200 values were kept of")
    NO_PROVIDER = "no-provider", _("No provider: put under the organisation of the source")


@dataclass(frozen=True, slots=True)
class Note:
    """One reason, with the value it is about."""

    reason: Reason
    value: str = ""

    def __str__(self) -> str:
        label = str(self.reason.label)
        return f"{label}: {self.value[:200]}" if self.value else label


class RecordRefusedError(Exception):
    """A record that cannot be imported; carries the note for the report."""

    def __init__(self, reason: Reason, value: str = "") -> None:
        super().__init__(reason.label)
        self.note = Note(reason, value)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its line number (from 1), and its fields or why it could not be read."""

    line: int
    fields: dict[str, Any] = field(default_factory=dict)
    unreadable: Note | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A record in the library's own terms. Names of topics, audiences and organisations are still words.

    ``body`` holds ``(block, value)`` pairs: ``("heading", text)`` or ``("paragraph", html)``. ``regions`` are codes,
    ``licence`` is an SPDX identifier or empty, ``format`` and ``levels`` are empty but for training material.
    """

    identifier: str
    title: str
    type_key: str
    format: str
    summary: str
    body: tuple[tuple[str, str], ...]
    language: str
    topics: tuple[str, ...]
    keywords: tuple[str, ...]
    regions: tuple[str, ...]
    audiences: tuple[str, ...]
    levels: tuple[str, ...]
    licence: str
    year: int | None
    start_date: date | None
    place: str
    organisation: str
    publishers: tuple[str, ...]
    authors: tuple[str, ...]
    url: str

    @property
    def fingerprint(self) -> str:
        """A hash of everything that ends up on the page: another one means that the page is to be updated."""
        content = json.dumps([MAPPING, asdict(self)], default=str, ensure_ascii=True)
        return hashlib.sha256(content.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A record with its line and what was changed on the way."""

    line: int
    record: Record
    notes: tuple[Note, ...]
