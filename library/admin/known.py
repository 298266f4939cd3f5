"""Views of Wagtail that show any page or file by its number: here only what their reader may know of.

Wagtail's choosers and its actions on several things at once check rights on what is listed or done, not on what is
named in an address; its API of files has no check at all.
"""

import re
from typing import Any

from django.http import Http404, HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.bulk_action import index as act_on_several
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page

from library.admin.references import choosable, choosable_pages

NUMBER = re.compile(r"[0-9]{1,18}")  # more is no key in any database


def known_urls() -> list[URLPattern]:
    """Return addresses that take the place of Wagtail's own; they are still reversed by its names."""
    return [
        path("admin/choose-page/<int:parent_page_id>/", require_admin_access(choose_below)),
        path("admin/choose-page/chosen-multiple/", require_admin_access(chosen_pages)),
        path("admin/bulk/<str:app_label>/<str:model_name>/<str:action>/", require_admin_access(bulk_action)),
    ]


def choose_below(request: HttpRequest, parent_page_id: int) -> HttpResponseBase:
    """Show what is below a page that one may link to; any other is not found."""
    if not _known_pages(request).filter(pk=parent_page_id).exists():
        raise Http404
    return BrowseView.as_view()(request, parent_page_id=parent_page_id)


def chosen_pages(request: HttpRequest) -> HttpResponseBase:
    """Describe the pages that were chosen, as far as one may link to them."""
    numbers = [number for number in request.GET.getlist("id") if NUMBER.fullmatch(number)]
    known: Any = QueryDict(mutable=True)
    known.setlist("id", list(_known_pages(request).filter(pk__in=numbers).values_list("pk", flat=True)))
    request.GET = known
    return ChosenMultipleView.as_view()(request)


def bulk_action(request: HttpRequest, **which: str) -> HttpResponseBase:
    """Ask about several things at once, without the names of those that one has no right to act on and may not know."""
    response: HttpResponseBase = act_on_several(request, **which)
    if isinstance(response, TemplateResponse) and response.context_data is not None:
        refused = response.context_data.get("items_with_no_access", ())
        response.context_data["items_with_no_access"] = _known_of(refused, request)
    return response


def _known_of(refused: Any, request: HttpRequest) -> list[Any]:
    """Return the entries of pages that one may link to, under their own names; files and people are not shown."""
    entries = (entry for entry in refused if isinstance(entry, dict) and isinstance(entry["item"], Page))
    pages = {entry["item"].pk: entry for entry in entries}
    return [{**pages[page.pk], "item": page} for page in _known_pages(request).filter(pk__in=pages).specific()]


def _known_pages(request: HttpRequest) -> Any:
    user: Any = request.user  # views of the CMS are for those who are logged in
    return choosable_pages(user)


class Choosable:
    """An endpoint of the API of the CMS that has what one may choose."""

    request: Any
    model: Any

    def get_queryset(self) -> Any:
        """Return it."""
        return choosable(self.model, self.request.user).order_by("id")


class KnownDocuments(Choosable, DocumentsAdminAPIViewSet):
    """Files."""


class KnownImages(Choosable, ImagesAdminAPIViewSet):
    """Pictures."""


def put_known_in_api(router: Any) -> None:
    """Take the places of Wagtail's endpoints for files and pictures."""
    router.register_endpoint("documents", KnownDocuments)
    router.register_endpoint("images", KnownImages)
