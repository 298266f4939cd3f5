"""Where something was found, in words: a field of the page, or a place in a file."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.files.states import FileUnit
from library.moderation.checks.texts import Piece

ROWS = {
    "files": _("files"),
    "links": _("links"),
    "people": _("people"),
    "measures": _("measures"),
    "recommendations": _("recommendations"),
    "cites": _("what it is about"),
}


def field_label(name: str) -> str:
    """Return what a field is called on the form."""
    from library.models import RESOURCE_TYPES

    if name in ROWS:
        return capfirst(str(ROWS[name]))
    for model in RESOURCE_TYPES.values():
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        return capfirst(str(getattr(field, "verbose_name", name)))
    return name


def place_of(piece: Piece) -> dict[str, Any]:
    """Return where a text stands, as JSON values."""
    return {"field": piece.field, "file": piece.file, "place": piece.place, "unit": piece.unit}


def place_in_words(data: Mapping[str, Any]) -> str:
    """Return a place as words: “Consent.pdf”, page 3; or the name of the field."""
    if not data.get("file"):
        return field_label(str(data.get("field", "")))
    unit = str(data.get("unit") or "")
    if not unit or data.get("place") is None:
        return f"“{data['file']}”"
    label = FileUnit(unit).label if unit in FileUnit.values else unit
    return _g("“%(file)s”, %(unit)s %(place)s") % {"file": data["file"], "unit": label, "place": data["place"]}
