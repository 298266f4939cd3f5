"""What became of reading a file, shown in the CMS, and the wish to read it again."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.permissions import policy_registry

from library.files.models import LibraryDocument
from library.files.read_again import read_again
from library.files.rights import may_open


def file_state_urls() -> list[URLPattern]:
    """The addresses of a file's state."""
    return [
        path("files/<int:document_id>/state/", file_state_view, name="file_state"),
        path("files/<int:document_id>/read-again/", read_again_view, name="read_file_again"),
    ]


@require_safe
def file_state_view(request: HttpRequest, document_id: int) -> HttpResponse:
    """Answer with the state of a file that this person may open, as a piece of a page."""
    document = get_object_or_404(LibraryDocument, pk=document_id)
    if not may_open(document, request):
        raise PermissionDenied
    return render(request, "library/admin/file_state.html", {"document": document})


@require_POST
def read_again_view(request: HttpRequest, document_id: int) -> HttpResponse:
    """Have a file read again, because somebody who may change it asks for it."""
    document = get_object_or_404(LibraryDocument, pk=document_id)
    policy = policy_registry.get_by_type(LibraryDocument)
    if not policy.user_has_permission_for_instance(request.user, "change", document):
        raise PermissionDenied
    read_again(document)
    messages.success(request, _g("“%(title)s” is read again.") % {"title": document.title})
    return redirect("wagtaildocs:edit", document.pk)
