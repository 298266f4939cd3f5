"""The review page: what was sent, what is known about it, and the decision."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_safe

from library.moderation.desk.case import Forms, forms_for, read_case
from library.moderation.desk.seat import take_seat
from library.moderation.submissions import Submission

RELATED = ("organisation__home_region", "author", "claimed_by", "revision", "page")


def submission_with(key: int) -> Submission:
    """Return a submission with what its page shows, or answer 404."""
    submissions = Submission.objects.select_related(*RELATED).prefetch_related("regions__names")
    submission: Submission = get_object_or_404(submissions, pk=key)
    return submission


@require_safe
def review_view(request: HttpRequest, submission_id: int) -> HttpResponse:
    """Show a submission to those who review it and to the side that sent it."""
    return show(request, submission_with(submission_id))


def show(request: HttpRequest, submission: Submission, **bound: Any) -> HttpResponse:
    """Render the page as things stand now; ``bound`` are forms that somebody has filled in, under their names."""
    case = read_case(submission, take_seat(request, submission), request)
    forms: Forms = forms_for(case)
    kept = {name: form for name, form in bound.items() if getattr(forms, name) is not None}
    context = {
        "case": case,
        "submission": submission,
        "forms": replace(forms, **kept),
        "header_title": submission.title,
        "header_icon": "clipboard-list",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _g("Home")},
            {"url": "", "label": _g("Review"), "sublabel": submission.title},
        ],
    }
    return TemplateResponse(request, "library/admin/review/page.html", context)
