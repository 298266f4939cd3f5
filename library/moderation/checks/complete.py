"""What every reader needs: title, summary, language, topics, regions, licence, and the parts of the type."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from library.languages import UNDETERMINED
from library.moderation.checks.base import Check, Found
from library.moderation.checks.material import Material
from library.moderation.checks.models import Level
from library.moderation.checks.places import field_label
from library.resources.base import ResourcePage

ALWAYS: Final = ("title", "summary")
SINCE_REVIEWS: Final = ("language", "topics", "regions")  # imported and older resources may lack them


def has(page: ResourcePage, name: str) -> bool:
    """Tell whether a field or kind of rows of a page is filled in; markup and spaces alone are nothing."""
    value: Any = getattr(page, name, None)
    if hasattr(value, "all"):
        return bool(list(value.all()[:1]))
    if isinstance(value, str):
        return bool(strip_tags(value).replace("\xa0", " ").strip()) and value != UNDETERMINED
    return bool(value)


def was_published_without(page: ResourcePage, name: str) -> bool:
    """Tell whether what is published now lacks a field, so that it may stay without."""
    if page.pk is None or page.first_published_at is None:
        return False
    published = ResourcePage.objects.filter(pk=page.pk).first()
    return published is not None and not has(published, name)


class RequiredFields(Check):
    """Title, summary, language, topics and regions."""

    id = "required"
    label = _("Required fields")
    level = Level.BLOCK

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each field that is empty."""
        page = material.page
        for name in (*ALWAYS, *SINCE_REVIEWS):
            if not has(page, name) and (name in ALWAYS or not was_published_without(page, name)):
                yield Found(name, {"field": name})

    def message(self, data: Mapping[str, Any]) -> str:
        """Say which."""
        return _g("“%(field)s” is empty.") % {"field": field_label(str(data.get("field", "")))}

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Say how."""
        return _g("Fill it in.")


class PartsOfType(Check):
    """What the type needs, as it declares it (``ResourcePage.needs``)."""

    id = "parts"
    label = _("Parts of the type")
    level = Level.BLOCK

    def look(self, material: Material, options: Mapping[str, Any]) -> Iterator[Found]:
        """Yield each need that nothing answers; what was published before without may stay so."""
        page = material.page
        if page.first_published_at is not None:
            return
        for need in page.needs:
            if not any(has(page, name) for name in need.any_of):
                yield Found(need.field, {"type": page.type_key, "fields": list(need.any_of)})

    def message(self, data: Mapping[str, Any]) -> str:
        """Say what is missing."""
        names = [field_label(str(name)) for name in data.get("fields", ())]
        return _g("Nothing is there yet: %s.") % " / ".join(names)

    def remedy(self, data: Mapping[str, Any]) -> str:
        """Ask for it in the words of the type."""
        return str(_words_of(str(data.get("type", "")), list(data.get("fields", ()))))


def _words_of(type_key: str, fields: list[str]) -> Promise | str:
    from library.models import RESOURCE_TYPES

    needs = RESOURCE_TYPES[type_key].needs if type_key in RESOURCE_TYPES else ()
    return next((need.words for need in needs if list(need.any_of) == fields), _("Fill it in."))
