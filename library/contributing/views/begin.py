"""Beginning with a file or an address: give it, look at what was found, and go on in the editor."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from library.contributing.destinations import destinations_of
from library.contributing.prefill.begin import begin_resource, may_use
from library.contributing.prefill.forms import BeginForm, ProposalForm, initial_of
from library.contributing.prefill.keep_upload import keep_upload
from library.contributing.prefill.proposal import Proposal
from library.contributing.prefill.sources import propose_from_address, propose_from_file
from library.files.models import LibraryDocument
from library.models import RESOURCE_TYPES
from library.moderation.refusals import Refusal
from network.models import OrganisationPage, User

USUAL = "training"


def _for(request: HttpRequest, organisation_id: int) -> tuple[User, OrganisationPage]:
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    return user, get_object_or_404(destinations_of(user), pk=organisation_id)


def begin_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Ask for a file or an address; a file is kept, an address looked at."""
    user, into = _for(request, organisation_id)
    form = BeginForm(request.POST or None, request.FILES or None)
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        try:
            if said["file"]:
                return redirect("begin_from_file", into.pk, keep_upload(said["file"], into, user).pk)
            return _offer(request, into, propose_from_address(said["url"]), url=said["url"])
        except Refusal as refusal:
            form.add_error("file" if said["file"] else "url", str(refusal))
    return _show(request, "begin.html", into, form)


@require_safe
def begin_from_file_view(request: HttpRequest, organisation_id: int, document_id: int) -> HttpResponse:
    """Show what a file of theirs proposes."""
    user, into = _for(request, organisation_id)
    document = get_object_or_404(LibraryDocument, pk=document_id)
    if not may_use(user, document):
        raise PermissionDenied
    return _offer(request, into, propose_from_file(document), document=document)


@require_POST
def begin_draft_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Make the draft from what was taken, and go on in its editor."""
    user, into = _for(request, organisation_id)
    form = ProposalForm(request.POST)
    if form.is_valid():
        kind = RESOURCE_TYPES[form.cleaned_data["kind"]]
        try:
            page = begin_resource(kind, into, user, form.accepted())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _g("“%s” is a draft now. Fill in what is missing, then send it.") % page.title)
            return redirect("wagtailadmin_pages:edit", page.pk)
    return _show(request, "proposal.html", into, form)


def _offer(request: HttpRequest, into: OrganisationPage, proposal: Proposal, **source: Any) -> HttpResponse:
    form = ProposalForm(initial=initial_of(proposal, USUAL, **source))
    return _show(request, "proposal.html", into, form, guessed=proposal.guessed)


def _show(request: HttpRequest, template: str, into: OrganisationPage, form: Any, **context: Any) -> HttpResponse:
    title = _g("Begin with a file or an address")
    choose = reverse("wagtailadmin_pages:add_subpage", args=[into.pk])
    context |= {
        "form": form,
        "into": into,
        "header_title": title,
        "header_icon": "upload",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _g("Home")},
            {"url": choose, "label": _g("Share a resource")},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, f"library/admin/contributing/{template}", context)
