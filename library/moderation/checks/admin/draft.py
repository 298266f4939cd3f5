"""A page as it is on somebody's screen: built from the form, within the rights of the editor, and never saved."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page

from library.admin.references import check_references
from library.resources.base import ResourcePage


def draft_of(request: HttpRequest, page_id: int) -> ResourcePage:
    """Return a page that somebody edits as it is on their screen.

    Raises ``PermissionDenied`` for who may not edit it, and for what refers to files that are not theirs to choose.
    """
    found = get_object_or_404(ResourcePage, pk=page_id).specific
    if not found.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return _filled_in(request, found.get_latest_revision_as_object(), found.get_parent())


def new_draft(request: HttpRequest, type_key: str, parent_id: int) -> ResourcePage:
    """Return a page that somebody is about to make below another; raises as ``draft_of``."""
    from library.models import RESOURCE_TYPES

    parent = get_object_or_404(Page, pk=parent_id).specific
    if type_key not in RESOURCE_TYPES:
        raise Http404
    model = RESOURCE_TYPES[type_key]
    if not (parent.permissions_for_user(request.user).can_add_subpage() and model.can_create_at(parent)):
        raise PermissionDenied
    return _filled_in(request, model(owner=request.user), parent)


def _filled_in(request: HttpRequest, page: ResourcePage, parent: Page) -> ResourcePage:
    form_class = page.get_edit_handler().get_form_class()
    form = form_class(request.POST, instance=page, parent_page=parent, for_user=request.user)
    form.defer_required_fields()
    form.is_valid()
    if any(True for _error in check_references(page, form.rows(), request.user)):  # type: ignore[arg-type]
        raise PermissionDenied
    _put_related(form, page)
    return page


def _put_related(form: Any, page: ResourcePage) -> None:
    """Put what is chosen and the rows into the page, as saving would; what is not valid stays as it was."""
    for field in page._meta.many_to_many:
        if isinstance(field, ParentalManyToManyField) and field.name in form.cleaned_data:
            field.save_form_data(page, form.cleaned_data[field.name])
    for formset in form.formsets.values():
        if formset.is_valid():
            formset.save(commit=False)
