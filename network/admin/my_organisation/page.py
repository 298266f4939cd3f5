"""The page of an organisation's people: for its members to read, for its coordinators to act on."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _g
from django.views.decorators.http import require_safe

from network.admin.asking import reader_of
from network.admin.my_organisation.forms import InviteForm
from network.admin.my_organisation.sheet import read_sheet
from network.organisations.models import OrganisationPage
from network.organisations.running import may_run, may_see_people
from network.users.models import User


@require_safe
def own_view(request: HttpRequest) -> HttpResponse:
    """Lead to the one organisation somebody belongs to, or let them choose."""
    organisations = list(OrganisationPage.objects.filter(people=reader_of(request)).order_by("title"))
    if not organisations:
        raise PermissionDenied
    if len(organisations) == 1:
        return redirect("organisation_people", organisations[0].pk)
    context = {"organisations": organisations, "header_title": _g("My organisations"), "header_icon": "group"}
    return TemplateResponse(request, "network/admin/my_organisation/choose.html", context)


@require_safe
def people_view(request: HttpRequest, organisation_id: int) -> HttpResponse:
    """Show the people of an organisation."""
    organisation, reader = opened(request, organisation_id)
    return show(request, organisation, reader)


def opened(request: HttpRequest, organisation_id: int, *, to_run: bool = False) -> tuple[OrganisationPage, User]:
    """Return an organisation and its reader, who may run it or at least see its people; answers 404 or 403."""
    reader = reader_of(request)
    organisation: OrganisationPage = get_object_or_404(OrganisationPage, pk=organisation_id)
    if not (may_run if to_run else may_see_people)(reader, organisation):
        raise PermissionDenied
    return organisation, reader


def show(
    request: HttpRequest, organisation: OrganisationPage, reader: User, invite: InviteForm | None = None
) -> HttpResponse:
    """Render the page as things stand now; ``invite`` is the form as somebody has filled it in."""
    context: dict[str, Any] = {
        "sheet": read_sheet(organisation, reader),
        "invite": invite or InviteForm(),
        "header_title": organisation.title,
        "header_icon": "group",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _g("Home")},
            {"url": "", "label": _g("People"), "sublabel": organisation.title},
        ],
    }
    return TemplateResponse(request, "network/admin/my_organisation/page.html", context)


def back_to(organisation: OrganisationPage, reader: User) -> HttpResponse:
    """Lead to the page again; who has just left sees it no longer, and is led to the site."""
    if may_see_people(reader, organisation):
        return redirect("organisation_people", organisation.pk)
    return redirect("share")
