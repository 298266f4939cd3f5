"""A page as it is on somebody's screen: built from the form, within the rights of the editor, and never saved."""

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from modelcluster.fields import ParentalManyToManyField
from wagtail.models import Page

from library.admin.references import check_references
from library.resources.base import ResourcePage
from network.models import User

# What Wagtail's fields raise about values that no editor sends: text that is no JSON, a missing count of blocks.
NO_FORM = (AttributeError, KeyError, TypeError, ValueError)


def saved_draft(request: HttpRequest, page_id: int) -> ResourcePage:
    """Return the latest draft of a page; raises ``PermissionDenied`` for who may not edit it."""
    found = get_object_or_404(ResourcePage, pk=page_id).specific
    if not found.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft: ResourcePage = found.get_latest_revision_as_object()
    return draft


def draft_on_screen(request: HttpRequest, page_id: int) -> ResourcePage:
    """Return a page as it is on somebody's screen.

    Raises as ``saved_draft``, and for what newly refers to files or pages that are not theirs to choose;
    ``BadRequest`` for what no editor sends.
    """
    page = saved_draft(request, page_id)
    return _filled_in(request, page, page.get_parent())


def new_draft(request: HttpRequest, type_key: str, parent_id: int) -> ResourcePage:
    """Return a page that somebody is about to make below another; raises as ``draft_on_screen``."""
    from library.models import RESOURCE_TYPES

    user = request.user
    parent = get_object_or_404(Page, pk=parent_id).specific
    if type_key not in RESOURCE_TYPES:
        raise Http404
    model = RESOURCE_TYPES[type_key]
    may_add = parent.permissions_for_user(user).can_add_subpage() and model.can_create_at(parent)
    if not isinstance(user, User) or not may_add:
        raise PermissionDenied
    return _filled_in(request, model(owner=user), parent)


def _filled_in(request: HttpRequest, page: ResourcePage, parent: Page) -> ResourcePage:
    model: Any = type(page)  # Wagtail gives page models this method when its admin starts
    form_class = model.get_edit_handler().get_form_class()
    form = form_class(request.POST, instance=page, parent_page=parent, for_user=request.user)
    form.defer_required_fields()
    try:
        form.is_valid()
    except NO_FORM as error:
        raise BadRequest from error
    if any(True for _error in check_references(page, form.rows(), form.for_user)):
        raise PermissionDenied
    _put_related(form, page)
    if "title" in form.errors:  # the one field that a draft cannot do without
        page.title = str(form.data.get("title", "")).strip()
    return page


def _put_related(form: Any, page: ResourcePage) -> None:
    """Put what is chosen and the rows into the page, as saving would; what is not valid stays as it was."""
    for field in page._meta.many_to_many:
        if isinstance(field, ParentalManyToManyField) and field.name in form.cleaned_data:
            field.save_form_data(page, form.cleaned_data[field.name])
    for formset in form.formsets.values():
        if formset.is_valid():
            formset.save(commit=False)
