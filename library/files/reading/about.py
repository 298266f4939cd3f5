"""What a file says of itself: properties of a document, the head of a web page. Believed by nobody, only proposed."""

from dataclasses import dataclass, fields
from typing import Any, Final, Self

from library.files.reading.cleaning import clean_text

LONGEST: Final = 1_000  # characters of one property
MOST: Final = 20  # people, or statements of a licence


@dataclass(frozen=True, slots=True)
class About:
    """Each as it stands there: a date in whatever form, people in one string or several, statements of a licence."""

    title: str = ""
    summary: str = ""
    language: str = ""
    date: str = ""
    people: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()

    @classmethod
    def of(cls, said: object) -> Self:
        """Return what was said, cleaned and cut; raises ``TypeError`` where it is not said in the way agreed."""
        if not isinstance(said, dict):
            raise TypeError("not the properties of a file")
        return cls(**{field.name: _part(said.get(field.name), field.default) for field in fields(cls)})


def _part(value: object, default: object) -> Any:
    if isinstance(default, tuple):
        if not isinstance(value, (list, tuple)):
            raise TypeError("not a list")
        return tuple(filter(None, map(_clean, value[:MOST])))
    return _clean(value)


def _clean(value: object) -> str:
    if value is not None and not isinstance(value, str):
        raise TypeError("not a text")
    return clean_text((value or "")[: 4 * LONGEST])[:LONGEST]
