"""The fields of one row, read with their types checked and their characters cleaned."""

import html
import re
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from library.exchange.record import Note, Reason, RecordRefusedError

LIST_LENGTH = 200  # the longest list of authors we know has 86
URL_LENGTH = 2_000

# NUL and the other control characters but tab and line ends, and halves of surrogate pairs: no database takes them all.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_valid_address = URLValidator(schemes=["http", "https"])


class Fields:
    """Reads values by name; a value of the wrong type is a ``RecordRefusedError``, what is cleaned away a note."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        self._row = row
        self.notes: list[Note] = []

    def note(self, reason: Reason, value: str = "") -> None:
        """Remember what was changed."""
        self.notes.append(Note(reason, value))

    def text(self, name: str) -> str:
        """Return a text; nothing at all is an empty one."""
        value = self._row.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise RecordRefusedError(Reason.WRONG_TYPE, f"{name} ({type(value).__name__})")
        return self._clean(name, value)

    def values(self, name: str) -> list[str]:
        """Return the values of a list without empty and repeated ones; a single text is a list of one."""
        value = self._row.get(name)
        values = [] if value is None else [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
            raise RecordRefusedError(Reason.WRONG_TYPE, f"{name} ({type(value).__name__})")
        cleaned = dict.fromkeys(
            " ".join(self._clean(name, html.unescape(item)).split()) for item in values[:LIST_LENGTH]
        )
        if len(values) > LIST_LENGTH:
            self.note(Reason.LIST_CUT, name)
        return [item for item in cleaned if item]

    def names(self, name: str, length: int) -> tuple[str, ...]:
        """Return a list of names, each cut to a length."""
        names = self.values(name)
        if any(len(item) > length for item in names):
            self.note(Reason.NAME_CUT, name)
        return tuple(dict.fromkeys(item[:length].strip() for item in names))

    def web_address(self, name: str) -> str:
        """Return an http or https address that a browser can follow, else nothing and a note."""
        value = self.text(name).strip()
        try:
            if len(value) > URL_LENGTH:
                raise ValidationError("")
            if value:
                _valid_address(value)
        except ValidationError:
            self.note(Reason.BAD_LINK, value)
            return ""
        return value

    def _clean(self, name: str, value: str) -> str:
        if not _IMPOSSIBLE.search(value):
            return value
        self.note(Reason.CONTROL_CHARACTERS, name)
        return _IMPOSSIBLE.sub("", value)
