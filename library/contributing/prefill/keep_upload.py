"""Keeping an uploaded file among those of an organisation, with the checks that every upload meets."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _g
from wagtail.documents.forms import get_document_form
from wagtail.permissions import policy_registry

from library.contributing.prefill.proposal import LONGEST_TITLE, name_in_words
from library.files.models import LibraryDocument
from library.moderation.refusals import NotYours, Refusal
from network.models import OrganisationPage, User


def keep_upload(file: "UploadedFile[Any]", into: OrganisationPage, by: User) -> LibraryDocument:
    """Keep a file for an organisation; return it. Raises ``NotYours``, ``Refusal`` with what is wrong with the file."""
    policy: Any = policy_registry.get_by_type(LibraryDocument)
    mine = policy.collections_user_has_permission_for(by, "add")
    if into.collection_id is None or into.collection_id not in {collection.pk for collection in mine}:
        raise NotYours(_g("You may not add files for this organisation."))
    name = file.name or ""
    title = name_in_words(name)[:LONGEST_TITLE] or name
    data = {"title": title, "collection": into.collection_id, "tags": ""}
    document = LibraryDocument(uploaded_by_user=by)
    form = get_document_form(LibraryDocument)(data, {"file": file}, instance=document, user=by)
    if not form.is_valid():
        raise Refusal(" ".join(str(message) for messages in form.errors.values() for message in messages))
    kept: LibraryDocument = form.save(commit=False)
    kept.collection_id = into.collection_id
    kept.save()
    return kept
