"""The list "Before you send", asked for again while somebody writes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST

from library.moderation.checks.admin.before_sending import before_sending
from library.moderation.checks.admin.draft import draft_of, new_draft
from library.resources.base import ResourcePage


def live_check_urls() -> list[URLPattern]:
    """Where the editor asks."""
    return [
        path("checks/<int:page_id>/", look_at_draft_view, name="look_at_draft"),
        path("checks/<slug:type_key>/<int:parent_id>/", look_at_new_view, name="look_at_new"),
    ]


@require_POST
def look_at_draft_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer with what is missing in a page as it is on the screen; nothing is saved."""
    return _answer(request, draft_of(request, page_id))


@require_POST
def look_at_new_view(request: HttpRequest, type_key: str, parent_id: int) -> HttpResponse:
    """The same for a page that was never saved."""
    return _answer(request, new_draft(request, type_key, parent_id))


def _answer(request: HttpRequest, page: ResourcePage) -> HttpResponse:
    return render(request, "library/admin/checks/findings.html", {"found": before_sending(page)})
