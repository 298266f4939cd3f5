"""The picture of a file's first page: it shows what is in the file, so it is for those who may open the file."""

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.documents.wagtail_hooks import check_view_restrictions

from library.files.models import LibraryDocument
from library.files.rights import refuse_strangers


@require_safe
def first_page_view(request: HttpRequest, document_id: int) -> HttpResponseBase:
    """Serve the picture within the rights of the file; browsers may keep it, but ask each time."""
    document = get_object_or_404(LibraryDocument.objects.exclude(first_page=""), pk=document_id)
    refusal: HttpResponse | None = check_view_restrictions(document, request) or refuse_strangers(document, request)
    if refusal is not None:
        return refusal
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "default-src 'none'"}
    known = f'"{document.read_hash}"'
    if request.headers.get("If-None-Match") == known:
        response: HttpResponseBase = HttpResponseNotModified(headers=headers)
    else:
        response = FileResponse(document.first_page.open("rb"), content_type="image/webp", headers=headers)
    response["ETag"] = known
    patch_cache_control(response, private=True, no_cache=True)
    return response
