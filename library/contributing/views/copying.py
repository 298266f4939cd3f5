"""The pages that ask before something is copied or adapted; only their buttons do it."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _g
from wagtail.admin import messages

from library.contributing.copying import adapt_resource, copy_resource, is_open_to_all, may_copy
from library.contributing.destinations import destinations_of
from library.contributing.forms import AdaptForm, CopyForm
from library.resources.base import ResourcePage
from library.upkeep.views.asking import ask, carried_out
from network.models import User


def copy_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the title of the copy, make it, and go on in its editor."""
    page = get_object_or_404(ResourcePage, pk=page_id).specific
    user = request.user
    if not isinstance(user, User) or not may_copy(user, page):
        raise PermissionDenied
    form = CopyForm(request.POST or None, initial={"title": _g("%s (copy)") % page.title})
    made: list[ResourcePage] = []
    if form.is_bound and carried_out(form, lambda said: made.append(copy_resource(page, user, **said))):
        return _goes_on(request, made[0])
    intro = _g(
        "You get a draft of your own with everything that is in it, files included. The original stays as it is."
    )
    return ask(request, form, _g("Copy a resource"), _g("Copy"), about=page.title, intro=intro)


def adapt_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the title of the adaptation and whose it is, begin it, and go on in its editor."""
    page = get_object_or_404(ResourcePage, pk=page_id).specific
    user = request.user
    if not isinstance(user, User) or not (is_open_to_all(page) and destinations_of(user).exists()):
        raise PermissionDenied
    form = AdaptForm(user, request.POST or None, initial={"title": page.title, "into": destinations_of(user).first()})
    made: list[ResourcePage] = []
    if form.is_bound and carried_out(form, lambda said: made.append(adapt_resource(page, user, **said))):
        return _goes_on(request, made[0])
    intro = _g(
        "You get a draft with its text, which you change. Its page will name the original, and who looks after that is "
        "told once yours is published. Files and pictures are not carried over: add your own versions."
    )
    about_url = page.get_url(request)
    return ask(request, form, _g("Adapt a resource"), _g("Adapt"), about=page.title, about_url=about_url, intro=intro)


def _goes_on(request: HttpRequest, made: ResourcePage) -> HttpResponse:
    messages.success(request, _g("“%s” is a draft of yours. Change it, then send it for review.") % made.title)
    return redirect("wagtailadmin_pages:edit", made.pk)
