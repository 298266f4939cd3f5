"""The list "Before you send": in the editor, asked for again while somebody writes, and as a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_POST, require_safe

from library.moderation.checks.admin.before_sending import before_sending
from library.moderation.checks.admin.draft import draft_on_screen, new_draft, saved_draft
from library.resources.base import ResourcePage

ASK_LINKS = "ask-links"  # sent by the script when a field was left: no address is asked letter by letter


def live_check_urls() -> list[URLPattern]:
    """Where the editor asks, and the page."""
    return [
        path("checks/<int:page_id>/", before_sending_view, name="before_sending"),
        path("checks/<int:page_id>/now/", look_at_draft_view, name="look_at_draft"),
        path("checks/<slug:type_key>/<int:parent_id>/now/", look_at_new_view, name="look_at_new"),
    ]


@require_safe
def before_sending_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Show everything that the checks find in the latest draft, with what it seems to repeat beside it."""
    page = saved_draft(request, page_id)
    editor = reverse("wagtailadmin_pages:edit", args=[page.pk])
    context = {
        "page": page,
        "found": before_sending(page, request, asks_links=True),
        "editor": editor,
        "header_title": _g("Before you send"),
        "header_icon": "circle-check",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _g("Home")},
            {"url": editor, "label": page.get_admin_display_title()},
            {"url": "", "label": _g("Before you send")},
        ],
    }
    return TemplateResponse(request, "library/admin/checks/page.html", context)


@require_POST
def look_at_draft_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Answer with what is found in a page as it is on the screen; nothing is saved."""
    return _answer(request, draft_on_screen(request, page_id))


@require_POST
def look_at_new_view(request: HttpRequest, type_key: str, parent_id: int) -> HttpResponse:
    """The same for a page that was never saved."""
    return _answer(request, new_draft(request, type_key, parent_id))


def _answer(request: HttpRequest, page: ResourcePage) -> HttpResponse:
    found = before_sending(page, request, asks_links=ASK_LINKS in request.POST)
    return render(request, "library/admin/checks/findings.html", {"found": found})
