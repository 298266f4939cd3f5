"""Where use is noticed: a resource's page that was rendered, and a file that is handed out."""

import atexit
from collections.abc import Callable
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from wagtail import hooks
from wagtail.documents.models import document_served
from wagtail.models import Page

from library.files.models import LibraryDocument
from library.resources.base import ResourcePage
from library.use.people import is_first_of_a_download, is_opened_by_a_person
from library.use.tally import Counted, Tally
from library.use.write_counts import write_counts

Serve = Callable[[Page, HttpRequest, Any, Any], HttpResponse]

INNERMOST: Final = 1_000  # of what Wagtail asks on serving a page: after its question for a password or a login

tally = Tally(write_counts)


def connect() -> None:
    """Listen to pages and files that are served; called once when the app is ready."""
    hooks.register("on_serve_page", count_views, order=INNERMOST)
    document_served.connect(count_download)
    atexit.register(tally.flush_at_exit)


def count_views(serve: Serve) -> Serve:
    """Wrap the serving of a page, to count it when it is rendered."""

    def serve_and_count(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        response = serve(page, request, args, kwargs)
        if isinstance(page, ResourcePage) and isinstance(response, SimpleTemplateResponse):
            response.add_post_render_callback(lambda rendered: _count_view(page.pk, request, rendered))
        return response

    return serve_and_count


def count_download(instance: LibraryDocument, request: HttpRequest, **kwargs: Any) -> None:
    """Count a file that is about to be handed out, to somebody who may have it."""
    if is_first_of_a_download(request):
        tally.add(Counted("file", instance.pk, timezone.localdate()))


def _count_view(page_id: int, request: HttpRequest, rendered: HttpResponse) -> None:
    if rendered.status_code == 200 and is_opened_by_a_person(request):
        tally.add(Counted("page", page_id, timezone.localdate()))
