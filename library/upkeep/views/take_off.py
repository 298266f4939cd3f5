"""The page that asks why something is taken off the site."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _g
from wagtail.admin import messages

from library.resources.base import ResourcePage
from library.upkeep.forms import TakeOffForm
from library.upkeep.standing import may_take_off
from library.upkeep.take_off import unpublish_resource
from library.upkeep.views.asking import ask, carried_out
from network.models import User


def take_off_view(request: HttpRequest, page_id: int) -> HttpResponse:
    """Ask for the reason, then take the resource off the site."""
    page = get_object_or_404(ResourcePage, pk=page_id, live=True).specific
    user = request.user
    if not isinstance(user, User) or not may_take_off(user, page):
        raise PermissionDenied
    form = TakeOffForm(request.POST if request.method == "POST" else None)
    if form.is_bound and carried_out(form, lambda said: unpublish_resource(page, user, **said)):
        messages.success(request, _g("“%s” is off the site. Its owner is told why.") % page.title)
        return redirect("wagtailadmin_home")
    intro = _g("It will no longer be found or shown. Nothing is lost: its owner is told why, and may appeal once.")
    return ask(request, form, _g("Take off the site"), _g("Take off the site"), about=page.title, intro=intro)
