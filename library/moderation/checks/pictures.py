"""Pictures of people: a machine does not judge whether somebody may be seen."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.moderation.checks.base import Check, Found
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level


class PicturesOfPeople(Check):
    """A reminder to look at pictures, left to a person."""

    id = "pictures"
    label = _("Pictures of people")
    level = Level.INFO

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield when there are pictures."""
        if material.has_pictures:
            yield Found("cover" if material.page.cover_id else "body")

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what to look at."""
        return _g("There are pictures in it. The site cannot tell who is in them.")

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say what matters."""
        return _g("Whoever can be recognised must have agreed to be shown here.")
