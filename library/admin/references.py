"""Pages, files and pictures that a resource refers to: only what its editor may choose.

Choosers show no more than that, but a form can be filled in without them. What the resource referred to before may
stay: a colleague with other rights may have put it there.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models import Model, Q
from django.utils.translation import gettext as _g
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from network.models import User

type Reference = tuple[int, str]  # (content type's key, object's key)


def references_of(source: Model) -> set[Reference]:
    """Return everything a page or a row of it refers to as it is in memory: fields, child rows, text and body."""
    # Wagtail keeps this as the one place that knows every kind of field; its public methods read the database only.
    found = ReferenceIndex._extract_references_from_object(source)
    return {(content_type, key) for content_type, key, _model_path, _content_path in found}


def check_references(page: Page, rows: Iterable[Model], user: User | None) -> Iterator[ValidationError]:
    """Yield an error for each kind of thing that is newly referred to and not the user's to choose.

    ``page`` and ``rows`` are what is about to be saved: the page itself, and the rows of its inline panels.
    """
    if user is None or user.is_superuser:
        return
    before = references_of(page.get_latest_revision_as_object()) if page.pk and page.latest_revision_id else set()
    added = references_of(page).union(*(references_of(row) for row in rows)) - before
    for model, message in (
        (get_document_model(), _g("A file belongs to another organisation. Remove it, or upload your own.")),
        (get_image_model(), _g("A picture belongs to another organisation. Remove it, or upload your own.")),
    ):
        keys = _keys(added, model)
        if keys and len(keys) > choosable(model, user).filter(pk__in=keys).count():
            yield ValidationError(message)
    keys = _keys(added, Page)
    if keys and len(keys) > choosable_pages(user).filter(pk__in=keys).count():
        yield ValidationError(_g("A page that is linked to is not published, or not for you to see. Remove the link."))


def _keys(references: set[Reference], model: type[Any]) -> set[str]:
    content_type = ContentType.objects.get_for_model(model).pk
    return {key for found, key in references if found == content_type}


def choosable(model: type[Any], user: User) -> Any:
    """Return the files or pictures somebody may choose."""
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["choose"])


def choosable_pages(user: User) -> Any:
    """Return the pages somebody may link to: public ones, and those of their own section; an administrator any."""
    if user.is_superuser:
        return Page.objects.all()
    policy = policy_registry.get_by_type(Page)
    own = policy.instances_user_has_any_permission_for(user, {"add", "change", "publish"})
    return Page.objects.filter(Q(pk__in=Page.objects.live().public().values("pk")) | Q(pk__in=own.values("pk")))
