"""The page of proposals: each with its record and a form to answer it."""

from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from library.moderation.refusals import Refusal
from library.moderation.reports.scope import sees_everything
from library.moderation.trust.answer import answer_proposal
from library.moderation.trust.propose import Proposal, proposals
from network.models import OrganisationPage, User
from network.organisations.models import Trust
from network.organisations.standing import may_set_standing

SHOWN = 50  # each has a form; who has answered them sees the next
FOLLOW, KEEP = "follow", "keep"


class AnswerForm(forms.Form):
    """The answer to one proposal; which button was pressed is part of it."""

    to = forms.ChoiceField(choices=Trust.choices, widget=forms.HiddenInput)
    answer = forms.ChoiceField(choices=[(FOLLOW, FOLLOW), (KEEP, KEEP)], widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Why"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Stands in the history of the organisation."),
        error_messages={"required": _("Say why: others will read it.")},
    )


def form_of(proposal: Proposal, user: User) -> AnswerForm | None:
    """Return an empty form for a proposal that somebody may answer."""
    if not may_set_standing(user, proposal.organisation):
        return None
    return AnswerForm(initial={"to": proposal.to}, auto_id=f"id_{proposal.organisation.pk}_%s")


def administrator(user: User | AnonymousUser) -> User:
    """Return who looks; raises ``PermissionDenied`` for everybody else."""
    if not isinstance(user, User) or not sees_everything(user):
        raise PermissionDenied
    return user


def show(request: HttpRequest, user: User, **bound: Any) -> HttpResponse:
    """Render the page; ``bound`` are forms that somebody has filled in, by the keys of their organisations."""
    found = proposals()
    rows = [(each, bound.get(str(each.organisation.pk)) or form_of(each, user)) for each in found[:SHOWN]]
    context = {
        "rows": rows,
        "count": len(found),
        "more": len(found) - len(rows),
        "header_title": _g("Proposals of trust"),
        "header_icon": "success",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _g("Home")},
            {"url": "", "label": _g("Proposals of trust")},
        ],
    }
    return TemplateResponse(request, "library/admin/trust/proposals.html", context)


@require_safe
def proposals_view(request: HttpRequest) -> HttpResponse:
    """Show what the records propose."""
    return show(request, administrator(request.user))


@require_POST
def answer_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Take an answer; what was typed stays where it cannot be taken."""
    user = administrator(request.user)
    organisation = get_object_or_404(OrganisationPage, pk=organisation_id)
    form = AnswerForm(request.POST, auto_id=f"id_{organisation_id}_%s")
    if not form.is_valid():
        return show(request, user, **{str(organisation_id): form})
    said = form.cleaned_data
    try:
        to, follows = Trust(said["to"]), said["answer"] == FOLLOW
        change = answer_proposal(organisation, user, said["reason"], to=to, follows=follows)
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        names = {"organisation": organisation.title, "trust": Trust(change.after).label}
        messages.success(request, _g("%(organisation)s: trust is now “%(trust)s”.") % names)
    return redirect("trust_proposals")


def trust_urls() -> list[URLPattern]:
    """The addresses of the page and of its forms."""
    return [
        path("reports/trust/", proposals_view, name="trust_proposals"),
        path("reports/trust/<int:organisation_id>/", answer_view, name="answer_trust_proposal"),
    ]
