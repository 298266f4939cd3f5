"""Looking at a page with one check, as the run of all checks does."""

from typing import Any

from library.models import LibraryDocument, Passage, ResourceFile, ResourcePage
from library.moderation.checks.base import Check, Found
from library.moderation.checks.material import Material
from library.moderation.checks.options import options_of
from tests.factories import DocumentFactory


def look(check: Check, page: ResourcePage, **options: Any) -> list[Found]:
    """Return what one check finds in a page; its words must be there as well."""
    found = list(check.look(Material(page), {**options_of(check, None), **options}))
    for each in found:
        assert check.message(each.data)
        assert isinstance(check.remedy(each.data), str)
    return found


def attach(page: ResourcePage, *texts: str, **fields: Any) -> LibraryDocument:
    """Attach a file to a page, read already, with a text on each of its pages."""
    document = DocumentFactory(**({"title": "Consent form.pdf"} | fields))
    LibraryDocument.objects.filter(pk=document.pk).update(state=fields.get("state", "read"), unit="page")
    for position, text in enumerate(texts):
        Passage.objects.create(document=document, position=position, place=position + 1, text=text)
    page.files.add(ResourceFile(document=document))
    return document
